package dev.umpire.cli.load;

/** A load scenario that could not be run; says nothing about how the target delivers. */
public final class LoadFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says what was tried, what happened, and what to do. */
    public LoadFailedException(String message) {
        super(message);
    }

    /** The same, with what caused it. */
    public LoadFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
