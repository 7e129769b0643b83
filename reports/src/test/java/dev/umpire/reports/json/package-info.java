/** Tests of the package of the same name. */
@NullMarked
package dev.umpire.reports.json;

import org.jspecify.annotations.NullMarked;
