package dev.umpire.suites.museum;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The collection of bugs, as {@code bugs.tsv} beside this class lists them. */
public final class Museum {
    private static final String FILE = "bugs.tsv";
    private static final int COLUMNS = 5;

    private Museum() {}

    /**
     * Reads the collection.
     *
     * @throws IllegalStateException if a line has another number of columns than the first one
     */
    public static List<Bug> load() {
        try (InputStream file = Museum.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing from the class path");
            }
            return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .skip(1)
                    .map(Museum::bug)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Bug bug(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length != COLUMNS) {
            throw new IllegalStateException(
                    FILE + ": " + COLUMNS + " columns wanted, " + columns.length + " found in: " + line);
        }
        return new Bug(columns[0], columns[1], columns[2], columns[3], columns[4].isEmpty() ? null : columns[4]);
    }
}
