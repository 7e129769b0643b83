/** Tests of the parts of the fan-out scenario that need no server. */
@NullMarked
package dev.umpire.load.fanout;

import org.jspecify.annotations.NullMarked;
