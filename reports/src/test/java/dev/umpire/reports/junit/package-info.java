/** Tests of the package of the same name. */
@NullMarked
package dev.umpire.reports.junit;

import org.jspecify.annotations.NullMarked;
