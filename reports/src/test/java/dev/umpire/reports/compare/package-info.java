/** Tests of the package of the same name. */
@NullMarked
package dev.umpire.reports.compare;

import org.jspecify.annotations.NullMarked;
