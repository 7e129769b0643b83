/**
 * The Engine.IO v4 packet codec: pure functions between packets and their text or bytes; no I/O and no session state
 * may live here.
 */
@NullMarked
package dev.umpire.server.engineio.packet;

import org.jspecify.annotations.NullMarked;
