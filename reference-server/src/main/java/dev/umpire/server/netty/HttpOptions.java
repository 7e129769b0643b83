package dev.umpire.server.netty;

/**
 * The settings of the HTTP layer.
 *
 * @param port 0 for any free one
 * @param maxPayload the largest request body and WebSocket message that is accepted, in bytes
 * @param compression for clients that ask for it
 */
public record HttpOptions(
        String host,
        int port,
        int maxPayload,
        Cors cors,
        Compression compression,
        RequestInterceptor requests,
        FrameInterceptor.Factory frames) {}
