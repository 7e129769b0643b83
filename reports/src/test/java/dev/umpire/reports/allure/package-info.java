/** Tests of the package of the same name. */
@NullMarked
package dev.umpire.reports.allure;

import org.jspecify.annotations.NullMarked;
