/** Tests of the {@code load} command without an engine. */
@NullMarked
package dev.umpire.cli.load;

import org.jspecify.annotations.NullMarked;
