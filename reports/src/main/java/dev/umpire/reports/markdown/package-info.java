/**
 * Results in Markdown, for pages that show it: those of CI servers, a README; draws no verdict that the model does not
 * hold.
 */
@NullMarked
package dev.umpire.reports.markdown;

import org.jspecify.annotations.NullMarked;
