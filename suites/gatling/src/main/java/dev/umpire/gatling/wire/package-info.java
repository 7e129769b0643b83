/**
 * Engine.IO's transports on Gatling's HTTP client: requests and frames in, packets out. Knows nothing of Socket.IO's
 * packets.
 */
@NullMarked
package dev.umpire.gatling.wire;

import org.jspecify.annotations.NullMarked;
