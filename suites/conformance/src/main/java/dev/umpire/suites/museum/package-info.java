/** Bugs that real servers had. The rules say which of them they would have found; nothing here knows a rule. */
@NullMarked
package dev.umpire.suites.museum;

import org.jspecify.annotations.NullMarked;
