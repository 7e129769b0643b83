package dev.umpire.reports.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads {@code results.ndjson} back; a last line cut short by a crash is left out and said. */
public final class ResultReader {
    // A later minor version may add components: what is not known here is not needed here.
    private static final ObjectReader JSON =
            new ObjectMapper().readerFor(ResultEvent.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private ResultReader() {}

    /**
     * Reads a result folder.
     *
     * @throws UnreadableResultsException if the folder or file is missing, of another schema or damaged
     * @throws IOException if reading fails
     */
    public static RunResults read(Path folder) throws IOException {
        Path file = folder.resolve(ResultLog.FILE_NAME);
        if (!Files.isDirectory(folder)) {
            throw new UnreadableResultsException("There is no folder " + folder
                    + ". Name the folder that a run wrote (the --out of that run), or run `umpire run` first.");
        }
        if (!Files.isRegularFile(file)) {
            throw new UnreadableResultsException("The folder " + folder + " has no " + ResultLog.FILE_NAME
                    + ". Name the folder that a run wrote (the --out of that run), or run `umpire run` first.");
        }
        // Decoded leniently, since a crash can cut a character in two.
        return read(
                file,
                new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                        .lines()
                        .toList());
    }

    private static RunResults read(Path file, List<String> lines) throws UnreadableResultsException {
        RunAssembly assembly = new RunAssembly();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank()) {
                continue;
            }
            try {
                ResultEvent event = JSON.readValue(line);
                checkStart(file, assembly, event);
                assembly.add(event);
            } catch (JsonProcessingException | IncompleteEventException e) {
                if (i < lines.size() - 1 || !assembly.started()) {
                    throw new UnreadableResultsException(
                            "Line %d of %s is not a result event: %s. The file was changed or damaged after the run; run again."
                                    .formatted(i + 1, file, firstLine(e)),
                            e);
                }
                assembly.remark("The last line of " + ResultLog.FILE_NAME
                        + " is incomplete, as after a crash, and was left out.");
            }
        }
        if (!assembly.started()) {
            throw new UnreadableResultsException(
                    "The file " + file + " is empty: the run stopped before it began. Run again.");
        }
        return assembly.results();
    }

    private static void checkStart(Path file, RunAssembly assembly, ResultEvent event)
            throws UnreadableResultsException {
        if (event instanceof ResultEvent.RunStarted start && start.schema() != ResultLog.SCHEMA) {
            throw new UnreadableResultsException(
                    "%s has schema %d, written by Umpire %s; this Umpire reads schema %d. Read it with the Umpire that wrote it, or run again."
                            .formatted(file, start.schema(), start.umpire(), ResultLog.SCHEMA));
        }
        if (!(event instanceof ResultEvent.RunStarted) && !assembly.started()) {
            throw new UnreadableResultsException(
                    "%s does not begin with \"run started\", so its schema is unknown (wanted: %d). Run again."
                            .formatted(file, ResultLog.SCHEMA));
        }
    }

    private static String firstLine(Exception e) {
        String message = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
