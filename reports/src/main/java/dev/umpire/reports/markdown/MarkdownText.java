package dev.umpire.reports.markdown;

import dev.umpire.reports.text.VisibleText;
import java.util.regex.Pattern;

/** Text made fit for Markdown: what a server sent is shown, and never formats, links or embeds anything. */
public final class MarkdownText {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]()#+!|~$@:-]");
    private static final int LONGEST = 300;

    private MarkdownText() {}

    /** A line of text, fit for a cell of a table as well; cut after 300 characters. */
    public static String of(String text) {
        String line = VisibleText.line(text);
        if (line.codePointCount(0, line.length()) > LONGEST) {
            line = line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
        }
        return SPECIAL.matcher(plain(line)).replaceAll("\\\\$0");
    }

    /** A line of text inside an HTML element, where Markdown has no meaning. */
    static String plain(String text) {
        return VisibleText.line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** A name, such as a rule's id, in the type of code. */
    public static String code(String name) {
        return "`" + VisibleText.line(name).replace('`', '\'').replace("|", "\\|") + "`";
    }
}
