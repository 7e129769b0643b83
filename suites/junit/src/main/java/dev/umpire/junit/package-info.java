/**
 * Umpire in the tests of a Java project: the class that authors of servers extend, and how a rule's verdict becomes the
 * outcome of a test. No rule lives here.
 */
@NullMarked
package dev.umpire.junit;

import org.jspecify.annotations.NullMarked;
