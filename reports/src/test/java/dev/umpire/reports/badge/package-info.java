/** Tests of the package of the same name. */
@NullMarked
package dev.umpire.reports.badge;

import org.jspecify.annotations.NullMarked;
