/** Two runs held against each other; knows what changed, not how it is shown. */
@NullMarked
package dev.umpire.reports.compare;

import org.jspecify.annotations.NullMarked;
