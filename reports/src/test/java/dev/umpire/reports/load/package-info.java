/** Tests of load results put together. */
@NullMarked
package dev.umpire.reports.load;

import org.jspecify.annotations.NullMarked;
