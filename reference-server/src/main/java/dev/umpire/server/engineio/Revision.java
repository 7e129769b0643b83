package dev.umpire.server.engineio;

import dev.umpire.server.engineio.packet.LegacyPayloads;
import dev.umpire.server.engineio.packet.PayloadFormat;

/** The revisions of Engine.IO that a session can speak (Engine.IO v4, "History"). */
public enum Revision {
    /** That of Socket.IO 1 and 2: the client pings, and binary messages carry their type. */
    V3,
    V4;

    /** The one that a request asks for. */
    static Revision of(Request request) {
        return "3".equals(request.parameter("EIO")) ? V3 : V4;
    }

    PayloadFormat payloads(Request request) {
        return this == V4
                ? PayloadFormat.CURRENT
                : new LegacyPayloads(!request.query().containsKey("b64"));
    }
}
