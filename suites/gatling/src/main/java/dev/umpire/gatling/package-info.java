/**
 * A Socket.IO protocol for Gatling: {@code socketIo("name").connect("http://localhost:3000")} and so on. Begin with
 * {@link dev.umpire.gatling.SocketIoDsl}.
 */
@NullMarked
package dev.umpire.gatling;

import org.jspecify.annotations.NullMarked;
