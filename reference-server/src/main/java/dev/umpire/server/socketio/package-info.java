/**
 * Socket.IO v5 on top of Engine.IO sessions: clients, namespaces, sockets, rooms, emits and acknowledgements; nothing
 * here may know what carries a session.
 */
@NullMarked
package dev.umpire.server.socketio;

import org.jspecify.annotations.NullMarked;
