/** Rules about requests from pages of other origins; no other rules may live here. */
@NullMarked
package dev.umpire.suites.cors;

import org.jspecify.annotations.NullMarked;
