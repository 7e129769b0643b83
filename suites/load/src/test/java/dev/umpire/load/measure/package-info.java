/** What is counted while a scenario runs. */
@NullMarked
package dev.umpire.load.measure;

import org.jspecify.annotations.NullMarked;
