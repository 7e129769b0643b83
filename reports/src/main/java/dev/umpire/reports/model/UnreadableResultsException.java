package dev.umpire.reports.model;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A result folder cannot be read; the message says what was found and what to do. */
public final class UnreadableResultsException extends IOException {
    private static final long serialVersionUID = 1L;

    /** What was found, and what to do. */
    public UnreadableResultsException(String message) {
        this(message, null);
    }

    /** Likewise, with what caused it. */
    public UnreadableResultsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
