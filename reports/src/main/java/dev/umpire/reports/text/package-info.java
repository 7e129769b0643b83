/** Text made fit to be shown, for every kind of report; knows nothing of results. */
@NullMarked
package dev.umpire.reports.text;

import org.jspecify.annotations.NullMarked;
