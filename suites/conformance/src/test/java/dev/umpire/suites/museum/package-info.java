/** Tests of the collection of bugs; that rules catch them is proved elsewhere. */
@NullMarked
package dev.umpire.suites.museum;

import org.jspecify.annotations.NullMarked;
