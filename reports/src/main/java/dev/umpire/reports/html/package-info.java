/**
 * {@code index.html}: what the page shows, as records; how it looks is in the templates, and no HTML is in the code.
 */
@NullMarked
package dev.umpire.reports.html;

import org.jspecify.annotations.NullMarked;
