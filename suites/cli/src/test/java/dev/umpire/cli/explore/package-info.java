/** Tests of the commands that explore servers and judge histories. */
@NullMarked
package dev.umpire.cli.explore;

import org.jspecify.annotations.NullMarked;
