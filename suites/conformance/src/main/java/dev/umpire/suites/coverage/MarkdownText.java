package dev.umpire.suites.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts Markdown into sentences.
 *
 * <p>A block is a paragraph, a list item, a row of a table, or a run of whole-line comments in a program (the
 * documentation says in comments what an example does). Code in no language is one sentence as a whole: the protocols
 * give their formats so. Other code, front matter, imports, HTML and admonition marks only end blocks. A heading is a
 * sentence, and gives its slug, as GitHub makes it, to the sentences below.
 */
final class MarkdownText {
    private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.*?)(?:\\s*\\{#(.+)})?\\s*");
    private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*+]|\\d+[.)])\\s+(.*)");
    private static final Pattern COMMENT = Pattern.compile("\\s*//\\s*(.*)");
    private static final Pattern BREAK = Pattern.compile("\\s*(?:|:::.*|<.*|import .*|[-*_|\\s:]{3,})");

    private final List<TextSentence> sentences = new ArrayList<>();
    private final Map<String, Integer> headings = new HashMap<>();
    private final Block block = new Block();
    private String anchor = "";
    private Fence fence = Fence.NONE;

    private MarkdownText() {}

    static List<TextSentence> sentences(String text) {
        MarkdownText markdown = new MarkdownText();
        withoutFrontMatter(text).lines().forEach(markdown::read);
        markdown.end();
        return markdown.sentences;
    }

    private static String withoutFrontMatter(String text) {
        return text.replaceFirst("\\A---\\R(?s:.*?)\\R---\\R", "");
    }

    private void read(String line) {
        if (line.strip().startsWith("```")) {
            boolean opens = fence == Fence.NONE;
            if (fence == Fence.FORMAT) {
                block.whole().ifPresent(this::found);
            }
            end();
            fence = !opens ? Fence.NONE : line.strip().equals("```") ? Fence.FORMAT : Fence.PROGRAM;
        } else if (fence == Fence.FORMAT) {
            block.add(line);
        } else if (fence == Fence.PROGRAM) {
            readProgram(line);
        } else {
            readProse(line.replaceFirst("^\\s*>\\s?", ""));
        }
    }

    private void readProgram(String line) {
        Matcher comment = COMMENT.matcher(line);
        if (comment.matches()) {
            block.add(comment.group(1));
        } else {
            end();
        }
    }

    private void readProse(String line) {
        Matcher heading = HEADING.matcher(line);
        Matcher item = ITEM.matcher(line);
        if (heading.matches()) {
            end();
            anchor = heading.group(2) == null ? slug(heading.group(1)) : heading.group(2);
            int before = headings.merge(anchor, 1, Integer::sum) - 1;
            anchor = before == 0 ? anchor : anchor + '-' + before;
            found(heading.group(1));
        } else if (BREAK.matcher(line).matches()) {
            end();
        } else if (line.strip().startsWith("|")) {
            end();
            block.add(line);
            end();
        } else if (item.matches()) {
            end();
            block.add(item.group(1));
        } else {
            block.add(line);
        }
    }

    private static String slug(String heading) {
        return heading.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\s_-]", "")
                .strip()
                .replaceAll("\\s", "-");
    }

    private void end() {
        block.cut().forEach(this::found);
    }

    private void found(String sentence) {
        sentences.add(new TextSentence(anchor, sentence));
    }

    private enum Fence {
        NONE,
        /** Code in no language: a format, an example of it or a diagram. */
        FORMAT,
        PROGRAM
    }
}
