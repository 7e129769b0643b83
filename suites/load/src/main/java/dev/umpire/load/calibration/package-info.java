/** How much the harness itself can receive, from a server that does nothing but write. */
@NullMarked
package dev.umpire.load.calibration;

import org.jspecify.annotations.NullMarked;
