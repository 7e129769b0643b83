/** Tests of the package of the same name. */
@NullMarked
package dev.umpire.reports.model;

import org.jspecify.annotations.NullMarked;
