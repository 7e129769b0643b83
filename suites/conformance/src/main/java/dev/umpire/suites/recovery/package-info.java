/** Rules about clients that were cut off and come back, and the client that does so; no other rules may live here. */
@NullMarked
package dev.umpire.suites.recovery;

import org.jspecify.annotations.NullMarked;
