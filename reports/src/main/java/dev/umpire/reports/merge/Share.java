package dev.umpire.reports.merge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.umpire.reports.model.UnreadableResultsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What one of several injectors of a run says beside its results, so that those of all can be put together.
 *
 * @param run what all of them call the run
 * @param injector which of them this is, from 1 on
 * @param injectors how many there are
 * @param work all that must be the same for all of them, in words
 * @param maxLost how many deliveries of the whole run may be lost
 * @param fastest the shortest time of a delivery, in microseconds from when it was due; negative if it came before that
 *     by this injector's clock, and 0 if nothing came
 * @param streams what became of the events
 * @param seconds the deliveries of each second of measuring, as {@link Latencies} writes histograms
 */
public record Share(
        String run,
        int injector,
        int injectors,
        String work,
        long maxLost,
        long fastest,
        List<StreamShare> streams,
        List<String> seconds) {
    /** Name of its file in the result folder. */
    public static final String FILE_NAME = "injector.json";

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    public Share {
        streams = List.copyOf(streams);
        seconds = List.copyOf(seconds);
    }

    /** Writes it into the result folder. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        JSON.writeValue(folder.resolve(FILE_NAME).toFile(), this);
    }

    /**
     * Reads it from the result folder.
     *
     * @throws UnreadableResultsException if there is none, or it is damaged
     */
    static Share read(Path folder) throws IOException {
        Path file = folder.resolve(FILE_NAME);
        if (!Files.isRegularFile(file)) {
            throw new UnreadableResultsException("The folder " + folder + " has no " + FILE_NAME
                    + ": only results of `umpire load --injector …` can be put together.");
        }
        try {
            return JSON.readValue(file.toFile(), Share.class);
        } catch (JsonProcessingException e) {
            throw new UnreadableResultsException(
                    file + " cannot be read: it was changed or damaged after the run: " + e.getOriginalMessage(), e);
        }
    }

    /** Such as {@code injector 2 of 3}. */
    String words() {
        return "injector " + injector + " of " + injectors;
    }
}
