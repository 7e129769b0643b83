/**
 * Engine.IO v4 sessions: handshake, heartbeat, transports, upgrade and close, written against interfaces to a
 * connection; no HTTP, WebSocket or Netty code may live here.
 */
@NullMarked
package dev.umpire.server.engineio;

import org.jspecify.annotations.NullMarked;
