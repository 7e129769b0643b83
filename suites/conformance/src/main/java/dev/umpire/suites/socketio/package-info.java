/** Rules of the Socket.IO protocol: connect, events, acknowledgements, binary, namespaces, disconnect. */
@NullMarked
package dev.umpire.suites.socketio;

import org.jspecify.annotations.NullMarked;
