/** What every run of rules writes into its results, whoever started it; nothing is judged here. */
@NullMarked
package dev.umpire.suites.record;

import org.jspecify.annotations.NullMarked;
