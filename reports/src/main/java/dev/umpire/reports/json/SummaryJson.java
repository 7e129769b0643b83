package dev.umpire.reports.json;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.umpire.reports.model.RunResults;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes {@code summary.json}. */
public final class SummaryJson {
    // The same bytes on every system, whatever its line separator.
    private static final ObjectWriter JSON =
            new ObjectMapper().writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private SummaryJson() {}

    /**
     * Writes the summary of a run.
     *
     * @throws IOException if the file cannot be written
     */
    public static void write(RunResults results, Path file) throws IOException {
        Files.writeString(file, JSON.writeValueAsString(Summary.of(results)) + "\n", StandardCharsets.UTF_8);
    }
}
