/** The scenarios as classes that Gatling can be told to run. */
@NullMarked
package dev.umpire.load.simulation;

import org.jspecify.annotations.NullMarked;
