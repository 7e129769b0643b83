/** A scenario as it runs on Gatling: its clients emit, receive, judge and measure. */
@NullMarked
package dev.umpire.load.run;

import org.jspecify.annotations.NullMarked;
