/** Programs of what clients do, as a script that people read and write; runs nothing. */
@NullMarked
package dev.umpire.explore.program;

import org.jspecify.annotations.NullMarked;
