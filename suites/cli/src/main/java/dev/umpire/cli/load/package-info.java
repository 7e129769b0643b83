/** The {@code load} command and what it asks of a load engine; knows no engine by name. */
@NullMarked
package dev.umpire.cli.load;

import org.jspecify.annotations.NullMarked;
