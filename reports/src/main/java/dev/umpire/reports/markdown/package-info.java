/** Results in Markdown, as the pages of CI servers show it; no evidence beyond one sentence for each rule. */
@NullMarked
package dev.umpire.reports.markdown;

import org.jspecify.annotations.NullMarked;
