/**
 * HTTP routing, CORS, and the WebSocket handshake and frames on Netty: the only package that imports Netty; no
 * Engine.IO or Socket.IO state may live here.
 */
@NullMarked
package dev.umpire.server.netty;

import org.jspecify.annotations.NullMarked;
