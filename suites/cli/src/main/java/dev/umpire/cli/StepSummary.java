package dev.umpire.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The page of a step in GitHub Actions: whatever is appended to a file that the environment names is shown there. */
final class StepSummary {
    /** The variable that names the file. */
    static final String VARIABLE = "GITHUB_STEP_SUMMARY";

    private StepSummary() {}

    /**
     * Appends Markdown.
     *
     * @param file what the variable holds, or null where there is no such page
     * @throws IOException if the file cannot be written
     */
    static void append(String markdown, @Nullable String file) throws IOException {
        if (file != null && !file.isBlank()) {
            Files.writeString(Path.of(file), markdown + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
