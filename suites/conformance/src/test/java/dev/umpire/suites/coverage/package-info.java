/** Tests of the coverage files, and of how texts are cut into sentences; the rules themselves are tested elsewhere. */
@NullMarked
package dev.umpire.suites.coverage;

import org.jspecify.annotations.NullMarked;
