package dev.umpire.gatling.connection;

/** What arrived is no event; the message, which goes on after "the server sent", says what it is. */
public final class MalformedEventException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedEventException(String message) {
        super(message);
    }
}
