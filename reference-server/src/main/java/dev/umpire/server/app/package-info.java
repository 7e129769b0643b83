/**
 * The conformance app and the command that serves it; an application of the public API like any other, no protocol
 * logic may live here.
 */
@NullMarked
package dev.umpire.server.app;

import org.jspecify.annotations.NullMarked;
