/** Tests of the package of the same name. */
@NullMarked
package dev.umpire.reports.markdown;

import org.jspecify.annotations.NullMarked;
