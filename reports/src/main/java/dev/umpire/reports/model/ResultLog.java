package dev.umpire.reports.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Appends result events to {@code results.ndjson}, one line each, flushed at once so that a crash loses nothing. */
public final class ResultLog implements AutoCloseable {
    /** Name of the file in the result folder. */
    public static final String FILE_NAME = "results.ndjson";

    /** Version of the format, for {@link ResultEvent.RunStarted#schema()}; changes when an old reader could misread. */
    public static final int SCHEMA = 1;

    /** What crossed a wire may hold half a surrogate pair, which no file in UTF-8 can hold as it is. */
    private final ObjectWriter json = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build()
            .writerFor(ResultEvent.class);

    private final BufferedWriter out;

    private ResultLog(BufferedWriter out) {
        this.out = out;
    }

    /**
     * Starts a new log in a folder, which is made if it is missing.
     *
     * @throws IOException if the folder cannot be written to
     */
    public static ResultLog create(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new ResultLog(Files.newBufferedWriter(folder.resolve(FILE_NAME), StandardCharsets.UTF_8));
    }

    /** Writes one event; safe to call from any thread. */
    public synchronized void append(ResultEvent event) {
        try {
            out.write(json.writeValueAsString(event));
            out.write('\n');
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot write as JSON: " + event, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }
}
