/**
 * Results of several injectors of one run, put together: histograms and counts are added, percentiles never averaged.
 * Knows results alone, nothing of how they were measured.
 */
@NullMarked
package dev.umpire.reports.merge;

import org.jspecify.annotations.NullMarked;
