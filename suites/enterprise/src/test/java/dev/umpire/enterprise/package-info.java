/** Looks into the package for Gatling Enterprise; nothing is run there. */
@NullMarked
package dev.umpire.enterprise;

import org.jspecify.annotations.NullMarked;
