/** The commands that explore servers and judge histories; programs and checkers stand elsewhere. */
@NullMarked
package dev.umpire.cli.explore;

import org.jspecify.annotations.NullMarked;
