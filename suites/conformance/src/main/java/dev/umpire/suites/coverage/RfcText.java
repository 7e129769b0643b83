package dev.umpire.suites.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts the plain text of an RFC into sentences.
 *
 * <p>A block is a paragraph or a list item. The number of a section is the anchor of its sentences. The feet and heads
 * of pages are left out; a block that had not ended when the page did goes on behind them.
 */
final class RfcText {
    private static final String PAGE_END = "\\s*\\n\\S[^\\n]*\\[Page \\d+]\\s*\\n\\f?RFC \\d+ [^\\n]*\\d{4}\\n+";
    private static final Pattern BETWEEN_BLOCKS = Pattern.compile("(?<=[.:;!?])" + PAGE_END);
    private static final Pattern WITHIN_BLOCK = Pattern.compile(PAGE_END);
    private static final Pattern HEADING = Pattern.compile("(\\d+(?:\\.\\d+)*)\\.\\s+\\S.*");
    private static final Pattern ITEM = Pattern.compile("\\s+(?:o|\\*|\\d+\\.|\\(\\d+\\))\\s+(.*)");

    private final List<TextSentence> sentences = new ArrayList<>();
    private final Block block = new Block();
    private String anchor = "";

    private RfcText() {}

    static List<TextSentence> sentences(String text) {
        RfcText rfc = new RfcText();
        withoutPages(text).lines().forEach(rfc::read);
        rfc.end();
        return rfc.sentences;
    }

    /** The text as if it stood on one long page. */
    static String withoutPages(String text) {
        String blocks = BETWEEN_BLOCKS.matcher(text.replace("\r\n", "\n")).replaceAll("\n\n");
        return WITHIN_BLOCK.matcher(blocks).replaceAll("\n");
    }

    private void read(String line) {
        Matcher heading = HEADING.matcher(line);
        Matcher item = ITEM.matcher(line);
        if (heading.matches()) {
            end();
            anchor = heading.group(1);
        } else if (line.isBlank()) {
            end();
        } else if (item.matches()) {
            end();
            block.add(item.group(1));
        } else {
            block.add(line);
        }
    }

    private void end() {
        block.cut().forEach(sentence -> sentences.add(new TextSentence(anchor, sentence)));
    }
}
