/** A simulation to copy, as README.md shows it, and the server that it talks to. */
@NullMarked
package dev.umpire.gatling.example;

import org.jspecify.annotations.NullMarked;
