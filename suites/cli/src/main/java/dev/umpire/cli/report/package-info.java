/** The {@code report} command: reports of results that are there already; nothing is run for it. */
@NullMarked
package dev.umpire.cli.report;

import org.jspecify.annotations.NullMarked;
