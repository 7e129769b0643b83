/**
 * Load results put together: rounds as medians with their spread, servers as ratios to one another; judges nothing and
 * draws nothing.
 */
@NullMarked
package dev.umpire.reports.load;

import org.jspecify.annotations.NullMarked;
