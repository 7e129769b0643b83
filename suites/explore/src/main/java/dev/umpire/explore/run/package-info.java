/** Plays a program to a server and writes the history as it goes; generates no programs and judges nothing. */
@NullMarked
package dev.umpire.explore.run;

import org.jspecify.annotations.NullMarked;
