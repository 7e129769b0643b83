/** Tests of the package of the same name. */
@NullMarked
package dev.umpire.reports.text;

import org.jspecify.annotations.NullMarked;
