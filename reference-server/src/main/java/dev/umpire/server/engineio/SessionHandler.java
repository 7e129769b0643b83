package dev.umpire.server.engineio;

/** What lives on a session (Engine.IO v4, "Message"). Called on the session's loop only, in the order of arrival. */
public interface SessionHandler {

    void onMessage(String text);

    void onMessage(byte[] bytes);

    /** Called once, last; nothing can be sent any more. */
    void onClose(CloseReason reason);

    /** Makes the handler for a new session, on the session's loop. */
    @FunctionalInterface
    interface Factory {
        SessionHandler open(Session session);
    }
}
