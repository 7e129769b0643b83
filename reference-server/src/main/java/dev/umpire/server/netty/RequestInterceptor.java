package dev.umpire.server.netty;

import dev.umpire.server.engineio.Request;
import org.jspecify.annotations.Nullable;

/** Sees, and may change, every HTTP request and its response. Called on event loops; must not block. */
public interface RequestInterceptor {
    /** Changes nothing. */
    RequestInterceptor NONE = new RequestInterceptor() {};

    /** The request to handle in place of this one. */
    default Request request(Request request) {
        return request;
    }

    /** The body of a POST to handle in place of this one. */
    default byte[] requestBody(Request request, byte[] body) {
        return body;
    }

    /** The response to send in place of this one; null leaves the request without an answer. */
    default @Nullable Response response(Request request, Response response) {
        return response;
    }
}
