package dev.umpire.suites.rule;

import java.util.List;
import java.util.regex.Pattern;

/** The line of a server's log that says why it ended. */
final class LastWords {
    /** How the languages of servers call what nobody caught. */
    private static final Pattern COMPLAINT = Pattern.compile("^\\S*(Error|Exception|panic)\\b.*");

    private LastWords() {}

    /** Finds the last complaint, or else the last line at all. */
    static String of(String log) {
        List<String> lines =
                log.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (COMPLAINT.matcher(lines.get(i)).matches()) {
                return lines.get(i);
            }
        }
        return lines.isEmpty() ? "it printed nothing" : lines.get(lines.size() - 1);
    }
}
