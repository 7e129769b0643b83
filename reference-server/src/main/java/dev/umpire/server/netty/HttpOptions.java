package dev.umpire.server.netty;

/**
 * The settings of the HTTP layer.
 *
 * @param port 0 for any free one
 * @param maxPayload the largest request body and WebSocket message that is accepted, in bytes
 * @param maxBuffered how many bytes of answers may wait for a client that sends further requests
 * @param limits of requests beside their bodies
 * @param compression for clients that ask for it
 */
public record HttpOptions(
        String host,
        int port,
        int maxPayload,
        int maxBuffered,
        HttpLimits limits,
        Cors cors,
        Compression compression,
        RequestInterceptor requests,
        FrameInterceptor.Factory frames) {}
