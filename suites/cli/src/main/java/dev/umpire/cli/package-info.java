/**
 * The umpire command: what users type, what they read while it runs, and exit codes; no rule or protocol lives here.
 */
@NullMarked
package dev.umpire.cli;

import org.jspecify.annotations.NullMarked;
