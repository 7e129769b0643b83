/** Rules about who receives an emit, and who does not. */
@NullMarked
package dev.umpire.suites.delivery;

import org.jspecify.annotations.NullMarked;
