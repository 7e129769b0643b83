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
        StringBuilder pattern = new StringBuilder();
        for (String part : masked(expected).split("…", -1)) {
            pattern.append(pattern.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.compile(pattern.toString(), Pattern.DOTALL)
                .matcher(masked(text))
                .matches();
    }
}
