/** Tests of the package of the same name. */
@NullMarked
package dev.umpire.reports.known;

import org.jspecify.annotations.NullMarked;
