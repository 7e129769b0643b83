/** Rules about the order and completeness in which each client receives and is heard; no rules about who receives. */
@NullMarked
package dev.umpire.suites.ordering;

import org.jspecify.annotations.NullMarked;
