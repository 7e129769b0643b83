package dev.umpire.reports.text;

/**
 * Text in which everything can be seen: a character that XML 1.0 (fifth edition, 2.2 "Characters") forbids, or that no
 * parser keeps, is shown as an escape that people can read, such as {@code \x1e} for the separator of Engine.IO
 * payloads.
 */
public final class VisibleText {
    private VisibleText() {}

    /** Text for element content; line ends are unified. */
    public static String of(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(c -> {
            if (isLegal(c)) {
                legal.appendCodePoint(c);
            } else {
                legal.append(c < 0x100 ? "\\x%02x".formatted(c) : "\\u%04x".formatted(c));
            }
        });
        return legal.toString();
    }

    /** Text for an attribute, where a parser turns line ends into spaces anyway. */
    public static String line(String text) {
        return of(text).replaceAll("\\s*\\n\\s*", " ").strip();
    }

    // A lone CR is legal but every parser turns it into LF: as evidence it must stay visible.
    private static boolean isLegal(int c) {
        return c == '\t' || c == '\n' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
