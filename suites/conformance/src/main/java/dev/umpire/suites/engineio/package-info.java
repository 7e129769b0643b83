/** Rules of the Engine.IO protocol: handshake, heartbeat, close, upgrade, payloads. */
@NullMarked
package dev.umpire.suites.engineio;

import org.jspecify.annotations.NullMarked;
