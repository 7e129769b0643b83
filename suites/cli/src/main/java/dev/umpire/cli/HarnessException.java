package dev.umpire.cli;

/** The harness could not run; the message says why and what to do, and is shown as it is. */
public final class HarnessException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what to show. */
    public HarnessException(String message) {
        super(message);
    }

    /** The same, with what caused it. */
    public HarnessException(String message, Throwable cause) {
        super(message, cause);
    }
}
