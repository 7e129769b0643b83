/** Tests of explorations: that they find defects, and none where none are. */
@NullMarked
package dev.umpire.explore;

import org.jspecify.annotations.NullMarked;
