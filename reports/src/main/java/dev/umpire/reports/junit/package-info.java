/** {@code junit.xml}: the results in the form that CI servers read; holds no opinion of its own on a verdict. */
@NullMarked
package dev.umpire.reports.junit;

import org.jspecify.annotations.NullMarked;
