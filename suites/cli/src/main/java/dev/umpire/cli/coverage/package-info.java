/** The {@code coverage} command; what covers what stands in the coverage files, not here. */
@NullMarked
package dev.umpire.cli.coverage;

import org.jspecify.annotations.NullMarked;
