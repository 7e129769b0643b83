/** Broadcast load scenarios on Gatling. */
@NullMarked
package dev.umpire.load;

import org.jspecify.annotations.NullMarked;
