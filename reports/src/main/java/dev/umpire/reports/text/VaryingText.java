package dev.umpire.reports.text;

import java.util.regex.Pattern;

/** Text in which {@code …} stands for what differs from run to run: times, ports, session ids, made-up names. */
public final class VaryingText {
    // What stands behind "HTTP" or "status" is a verdict of the server, not a figure that varies.
    private static final Pattern VARYING = Pattern.compile(
            "(?<=\\b(?:red|blue|green|yellow)-)[0-9a-z]+|[A-Za-z0-9_+/-]{18,}|(?<!\\d|HTTP |status )\\d+|[\\p{Cc}\\p{Cs}]+");
    private static final int LONGEST = 240;

    private VaryingText() {}

    /** One line of at most 240 characters and {@code …}, with {@code …} for what varies. */
    public static String masked(String text) {
        String masked = VARYING.matcher(text.replaceAll("\\s+", " ").strip()).replaceAll("…");
        return masked.length() > LONGEST ? masked.substring(0, LONGEST).stripTrailing() + "…" : masked;
    }

    /** Whether two texts agree apart from what varies; {@code …} in the expected one stands for anything. */
    public static boolean matches(String expected, String text) {
        // Each part is looked for behind the one before: unlike a regular expression, never a second time.
        String[] parts = masked(expected).split("…", -1);
        String actual = masked(text);
        String first = parts[0];
        String last = parts[parts.length - 1];
        if (parts.length == 1) {
            return actual.equals(first);
        }
        if (!actual.startsWith(first) || !actual.endsWith(last) || actual.length() < first.length() + last.length()) {
            return false;
        }
        int end = actual.length() - last.length();
        int at = first.length();
        for (int i = 1; i < parts.length - 1; i++) {
            int found = actual.indexOf(parts[i], at);
            if (found < 0 || found + parts[i].length() > end) {
                return false;
            }
            at = found + parts[i].length();
        }
        return true;
    }
}
