/** Which sentence of which text is tested by which rules, or why by none; the texts themselves never live here. */
@NullMarked
package dev.umpire.suites.coverage;

import org.jspecify.annotations.NullMarked;
