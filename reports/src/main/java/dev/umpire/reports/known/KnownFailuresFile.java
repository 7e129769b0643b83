package dev.umpire.reports.known;

import dev.umpire.reports.model.KnownFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A list of known failures: tab-separated values under a header, with comments behind {@code #}.
 *
 * @param path where it is
 * @param lines all its lines, as they are
 * @param entries what they say, in their order
 */
public record KnownFailuresFile(Path path, List<String> lines, List<KnownFailure> entries) {
    /** The header, of which the last column may be absent. */
    static final String HEADER = "rule\ttarget\treason\tmessage";

    private static final List<String> REQUIRED = List.of("rule", "target", "reason");

    public KnownFailuresFile {
        lines = List.copyOf(lines);
        entries = List.copyOf(entries);
    }

    /**
     * Reads a list.
     *
     * @throws MalformedListException if it is none; nothing is guessed
     * @throws IOException if it cannot be read
     */
    public static KnownFailuresFile read(Path path) throws IOException {
        List<String> lines = Files.readAllLines(path);
        List<KnownFailure> entries = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        boolean headed = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (isRemark(line)) {
                continue;
            }
            if (!headed) {
                requireHeader(path, i + 1, line);
                headed = true;
                continue;
            }
            KnownFailure entry = entry(path, i + 1, line);
            Integer before = places.putIfAbsent(entry.rule() + '\t' + entry.target(), i + 1);
            if (before != null) {
                throw new MalformedListException(
                        path, i + 1, "the same rule and target stand in line " + before + "; delete one of them");
            }
            entries.add(entry);
        }
        if (!headed) {
            throw new MalformedListException(path, 1, "the header is missing: " + shown(HEADER));
        }
        return new KnownFailuresFile(path, lines, entries);
    }

    static boolean isRemark(String line) {
        return line.isBlank() || line.startsWith("#");
    }

    private static void requireHeader(Path path, int number, String line) throws MalformedListException {
        if (!line.equals(HEADER) && !(line + "\tmessage").equals(HEADER)) {
            throw new MalformedListException(
                    path,
                    number,
                    "the header must be %s, with tabs between, the last column being optional; found %s"
                            .formatted(shown(HEADER), shown(line)));
        }
    }

    private static KnownFailure entry(Path path, int number, String line) throws MalformedListException {
        String[] fields = line.split("\t", -1);
        if (fields.length < 3 || fields.length > 4) {
            throw new MalformedListException(
                    path,
                    number,
                    "3 or 4 columns are wanted (rule, target, reason, message), with tabs between; found "
                            + fields.length);
        }
        for (int i = 0; i < REQUIRED.size(); i++) {
            if (fields[i].isBlank()) {
                throw new MalformedListException(path, number, "the " + REQUIRED.get(i) + " is missing");
            }
        }
        String message = fields.length == 4 && !fields[3].isBlank() ? fields[3].strip() : null;
        return new KnownFailure(number, fields[0].strip(), fields[1].strip(), fields[2].strip(), message);
    }

    private static String shown(String line) {
        return line.replace("\t", "<tab>");
    }
}
