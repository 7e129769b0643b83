package dev.umpire.suites.coverage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Reads the tab-separated coverage files, which lie beside this class; each begins with the names of its columns. */
final class CoverageFiles {
    private static final List<String> DOCUMENT = List.of("id", "title", "url", "sha256", "file", "sections");
    private static final List<String> SENTENCE = List.of("hash", "anchor", "word", "says", "rules", "excluded");

    private CoverageFiles() {}

    static List<Document> documents() {
        return rows("documents.tsv", DOCUMENT).stream()
                .map(cell -> new Document(
                        cell[0], cell[1], cell[2], cell[3], cell[4], list(cell[5]), sentences(cell[0] + ".tsv")))
                .toList();
    }

    private static List<Sentence> sentences(String file) {
        return rows(file, SENTENCE).stream()
                .map(cell -> new Sentence(cell[0], cell[1], Word.valueOf(cell[2]), cell[3], list(cell[4]), cell[5]))
                .toList();
    }

    private static List<String> list(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(",", -1));
    }

    private static List<String[]> rows(String file, List<String> columns) {
        List<String[]> rows =
                read(file).lines().map(line -> line.split("\t", -1)).toList();
        if (rows.isEmpty() || !Arrays.asList(rows.get(0)).equals(columns)) {
            throw new IllegalStateException(file + " does not begin with the columns " + columns);
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).length != columns.size()) {
                throw new IllegalStateException(file + ", line " + (i + 1) + ": " + rows.get(i).length
                        + " columns where there are " + columns.size() + ": " + columns);
            }
        }
        return rows.subList(1, rows.size());
    }

    private static String read(String file) {
        try (InputStream in = CoverageFiles.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + file + " beside " + CoverageFiles.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
