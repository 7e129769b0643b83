/** Tests of the tables in Markdown; holds nothing else. */
@NullMarked
package dev.umpire.reports.markdown;

import org.jspecify.annotations.NullMarked;
