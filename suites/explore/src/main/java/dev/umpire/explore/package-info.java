/** Explores what a server does under programs of many clients; the way in for the command, tests and replays. */
@NullMarked
package dev.umpire.explore;

import org.jspecify.annotations.NullMarked;
