/** Who takes part in a scenario, and when. */
@NullMarked
package dev.umpire.load.cast;

import org.jspecify.annotations.NullMarked;
