/** The file that lists known failures: reading and drafting it; what it means for a run is judged in the model. */
@NullMarked
package dev.umpire.reports.known;

import org.jspecify.annotations.NullMarked;
