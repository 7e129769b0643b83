/** The results of a run as records and NDJSON; knows nothing of rules, wires or rendering. */
@NullMarked
package dev.umpire.reports.model;

import org.jspecify.annotations.NullMarked;
