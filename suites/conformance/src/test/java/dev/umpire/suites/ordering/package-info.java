/** Tests of what the ordering rules say; the rules themselves are no tests of ours. */
@NullMarked
package dev.umpire.suites.ordering;

import org.jspecify.annotations.NullMarked;
