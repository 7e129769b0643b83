/** Results as Markdown, for pages that show it, such as a README; draws no verdict that the model does not hold. */
@NullMarked
package dev.umpire.reports.markdown;

import org.jspecify.annotations.NullMarked;
