/** Bugs that real servers had, and the rules that would have caught them; rules themselves live elsewhere. */
@NullMarked
package dev.umpire.suites.museum;

import org.jspecify.annotations.NullMarked;
