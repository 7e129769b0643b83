/** The steps of a virtual user: what Gatling runs, and what one client keeps between them. */
@NullMarked
package dev.umpire.gatling.step;

import org.jspecify.annotations.NullMarked;
