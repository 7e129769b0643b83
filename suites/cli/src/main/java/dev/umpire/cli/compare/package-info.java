/**
 * The command that holds two runs against each other, and how it shows what changed; what changed is found elsewhere.
 */
@NullMarked
package dev.umpire.cli.compare;

import org.jspecify.annotations.NullMarked;
