package dev.umpire.server.netty;

import java.nio.charset.StandardCharsets;

/**
 * What is answered to a GET beside the protocol: the state of the server, its metrics.
 *
 * @param status of the response
 * @param contentType of the body, which is sent as UTF-8
 */
public record Page(int status, String contentType, String body) {
    Response response() {
        return Response.text(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }
}
