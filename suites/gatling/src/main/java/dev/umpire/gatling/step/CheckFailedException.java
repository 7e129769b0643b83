package dev.umpire.gatling.step;

/** An event is not as it should be; the message becomes that of the failed sample. */
public final class CheckFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says what was wanted. */
    public CheckFailedException(String message) {
        super(message);
    }
}
