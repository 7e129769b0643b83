/** Results of injectors put together; they are made up, none is measured. */
@NullMarked
package dev.umpire.reports.merge;

import org.jspecify.annotations.NullMarked;
