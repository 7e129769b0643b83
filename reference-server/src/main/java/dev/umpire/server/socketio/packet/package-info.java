/**
 * The Socket.IO v5 packet codec: pure functions between packets, JSON text and attachments; no I/O and no connection
 * state beyond one packet's reassembly may live here.
 */
@NullMarked
package dev.umpire.server.socketio.packet;

import org.jspecify.annotations.NullMarked;
