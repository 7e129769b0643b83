/** Finds programs under which a server breaks the model, and makes them small; knows no wires. */
@NullMarked
package dev.umpire.explore.search;

import org.jspecify.annotations.NullMarked;
