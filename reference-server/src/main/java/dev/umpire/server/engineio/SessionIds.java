package dev.umpire.server.engineio;

import java.security.SecureRandom;
import java.util.Base64;

/** Where identifiers come from (Engine.IO v4, "Handshake"). Called from any thread. */
public interface SessionIds {

    /** A new Engine.IO session id; it is a secret between client and server. */
    String engineId();

    /**
     * A new Socket.IO socket id, which other users may see.
     *
     * @param engineId the id of the session that the socket belongs to
     */
    default String socketId(String engineId) {
        return engineId();
    }

    /** Unguessable ids: 128 bits of {@link SecureRandom} as 22 characters that need no escaping in a URL. */
    static SessionIds random() {
        SecureRandom random = new SecureRandom();
        return () -> {
            byte[] bytes = new byte[16];
            random.nextBytes(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        };
    }
}
