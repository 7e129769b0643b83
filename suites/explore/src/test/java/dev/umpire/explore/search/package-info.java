/** Tests of generating programs and making them small. */
@NullMarked
package dev.umpire.explore.search;

import org.jspecify.annotations.NullMarked;
