/** The way into this module: from a result folder to every report in it. Rendering lives in the packages below. */
@NullMarked
package dev.umpire.reports;

import org.jspecify.annotations.NullMarked;
