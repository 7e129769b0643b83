/** Who takes part in a scenario, who emits to whom, and when. Knows nothing of Gatling or of the wire. */
@NullMarked
package dev.umpire.load.cast;

import org.jspecify.annotations.NullMarked;
