/** Runs simulations in the process of a test, against servers that behave as told. */
@NullMarked
package dev.umpire.gatling.rehearsal;

import org.jspecify.annotations.NullMarked;
