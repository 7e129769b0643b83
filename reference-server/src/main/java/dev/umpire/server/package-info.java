/** The public API of the reference server: how to configure, start and stop it; no protocol logic lives here. */
@NullMarked
package dev.umpire.server;

import org.jspecify.annotations.NullMarked;
