/** Rules of RFC 6455 as far as a Socket.IO endpoint shows it: opening handshake, frames, closing handshake. */
@NullMarked
package dev.umpire.suites.websocket;

import org.jspecify.annotations.NullMarked;
