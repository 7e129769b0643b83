/** {@code summary.json}: the verdicts of a run for other programs; no evidence, no rendering for people. */
@NullMarked
package dev.umpire.reports.json;

import org.jspecify.annotations.NullMarked;
