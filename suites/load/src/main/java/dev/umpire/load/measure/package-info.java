/** What is counted and timed while a scenario runs, and what went wrong. Knows nothing of clients. */
@NullMarked
package dev.umpire.load.measure;

import org.jspecify.annotations.NullMarked;
