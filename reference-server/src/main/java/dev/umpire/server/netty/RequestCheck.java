package dev.umpire.server.netty;

import dev.umpire.server.engineio.Engine;
import dev.umpire.server.engineio.EngineError;
import dev.umpire.server.engineio.Request;
import dev.umpire.server.engineio.Session;
import org.jspecify.annotations.Nullable;

/** Decides whether a request may reach its session, or open one, in the order in which the Node implementation asks. */
record RequestCheck(Engine engine, Cors cors) {

    /** The error to answer with, or null. */
    @Nullable EngineError check(Request request, boolean webSocket) {
        String transport = request.parameter("transport");
        if (!"polling".equals(transport) && !"websocket".equals(transport)) {
            return EngineError.UNKNOWN_TRANSPORT;
        }
        String origin = request.header("origin");
        if (origin != null && !origin.chars().allMatch(c -> c == '\t' || (c >= ' ' && c != 0x7f && c <= 0xff))) {
            return EngineError.BAD_REQUEST;
        }
        if (cors.forbids(request)) {
            return EngineError.FORBIDDEN;
        }
        EngineError error = request.query().containsKey("sid")
                ? checkSession(request, transport, webSocket)
                : checkOpening(request, transport, webSocket);
        if (error == null && !speaks(request.parameter("EIO"))) {
            return EngineError.UNSUPPORTED_PROTOCOL_VERSION;
        }
        if (error == null && !request.query().containsKey("sid") && engine.isFull()) {
            return EngineError.TOO_MANY_SESSIONS;
        }
        return error;
    }

    private boolean speaks(@Nullable String revision) {
        return "4".equals(revision) || ("3".equals(revision) && engine.options().allowEio3());
    }

    private @Nullable EngineError checkSession(Request request, String transport, boolean webSocket) {
        String sid = request.parameter("sid");
        Session session = sid == null ? null : engine.session(sid);
        if (session == null) {
            return EngineError.UNKNOWN_SID;
        }
        if (webSocket != transport.equals("websocket")) {
            return EngineError.BAD_REQUEST;
        }
        if (!webSocket && !session.transportName().equals(transport)) {
            return EngineError.BAD_REQUEST;
        }
        boolean known = request.method().equals("GET") || request.method().equals("POST");
        return known ? null : EngineError.BAD_HANDSHAKE_METHOD;
    }

    private static @Nullable EngineError checkOpening(Request request, String transport, boolean webSocket) {
        if (!request.method().equals("GET")) {
            return EngineError.BAD_HANDSHAKE_METHOD;
        }
        return webSocket == transport.equals("websocket") ? null : EngineError.BAD_REQUEST;
    }
}
