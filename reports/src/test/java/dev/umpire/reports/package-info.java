/** Tests of the reports as a whole, on sample runs. */
@NullMarked
package dev.umpire.reports;

import org.jspecify.annotations.NullMarked;
