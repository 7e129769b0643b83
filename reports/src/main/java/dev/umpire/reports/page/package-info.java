/**
 * What the pages of this module are made with: templates, their styles and scripts, the hashes that a page's policy
 * names. What a page says may not live here.
 */
@NullMarked
package dev.umpire.reports.page;

import org.jspecify.annotations.NullMarked;
