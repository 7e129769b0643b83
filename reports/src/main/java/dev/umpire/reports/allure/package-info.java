/**
 * {@code allure.html} from results that Allure's JUnit extension left in the folder; reads nothing of our own model.
 */
@NullMarked
package dev.umpire.reports.allure;

import org.jspecify.annotations.NullMarked;
