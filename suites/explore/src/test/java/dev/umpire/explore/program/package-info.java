/** Tests of programs as text. */
@NullMarked
package dev.umpire.explore.program;

import org.jspecify.annotations.NullMarked;
