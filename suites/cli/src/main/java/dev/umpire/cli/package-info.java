/** The umpire command. */
@NullMarked
package dev.umpire.cli;

import org.jspecify.annotations.NullMarked;
