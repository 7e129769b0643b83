package dev.umpire.server.netty;

import org.jspecify.annotations.Nullable;

/**
 * The settings of the HTTP layer.
 *
 * @param port 0 for any free one
 * @param tls the certificate to serve https and wss with, or null for http and ws
 * @param maxPayload the largest request body and WebSocket message that is accepted, in bytes
 * @param maxBuffered how many bytes of answers may wait for a client that sends further requests
 * @param limits of requests beside their bodies
 * @param compression for clients that ask for it
 */
public record HttpOptions(
        String host,
        int port,
        @Nullable Tls tls,
        int maxPayload,
        int maxBuffered,
        HttpLimits limits,
        Cors cors,
        Compression compression,
        RequestInterceptor requests,
        FrameInterceptor.Factory frames) {}
