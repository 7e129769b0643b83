/** What a run emits and reads. */
@NullMarked
package dev.umpire.load.run;

import org.jspecify.annotations.NullMarked;
