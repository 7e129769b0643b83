/** A small Socket.IO protocol for Gatling, over WebSocket; knows no scenario and judges nothing. */
@NullMarked
package dev.umpire.load.socketio;

import org.jspecify.annotations.NullMarked;
