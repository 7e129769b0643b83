/** Tests of the package of the same name. */
@NullMarked
package dev.umpire.reports.html;

import org.jspecify.annotations.NullMarked;
