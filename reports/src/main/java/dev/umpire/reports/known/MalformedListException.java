package dev.umpire.reports.known;

import java.io.IOException;
import java.nio.file.Path;

/** A list of known failures cannot be understood; the message names the line and what was wanted. */
public final class MalformedListException extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedListException(Path file, int line, String problem) {
        super("%s, line %d: %s".formatted(file, line, problem));
    }
}
