/** The fan-out scenario: one broadcaster, many receivers, every delivery judged and measured. */
@NullMarked
package dev.umpire.load.fanout;

import org.jspecify.annotations.NullMarked;
