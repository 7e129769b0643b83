package dev.umpire.suites.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gathers the lines of one paragraph or list item and cuts it into sentences.
 *
 * <p>A sentence ends at a full stop, question or exclamation mark, with closing quotes or brackets behind it, when
 * white space and something that can begin a sentence follow, and what ends is no abbreviation. Whatever the block ends
 * with ends its last sentence.
 */
final class Block {
    private static final Pattern END = Pattern.compile(
            "(?<!\\b(?:e\\.g|i\\.e|etc|vs|cf|Inc|resp|no)\\.)(?<=[.!?][)\"'`*_\\]]{0,3})\\s+(?=[A-Z\"'`*_(\\[/<])");

    private final StringBuilder lines = new StringBuilder();

    void add(String line) {
        lines.append(line.strip()).append(' ');
    }

    /** All that was gathered, as one sentence; the block is empty afterwards. */
    Optional<String> whole() {
        String text = lines.toString().strip();
        lines.setLength(0);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** The sentences gathered so far; the block is empty afterwards. */
    List<String> cut() {
        String text = lines.toString().strip().replaceAll("\\s+", " ");
        lines.setLength(0);
        List<String> sentences = new ArrayList<>();
        Matcher end = END.matcher(text);
        int from = 0;
        while (end.find()) {
            sentences.add(text.substring(from, end.start()));
            from = end.end();
        }
        if (from < text.length()) {
            sentences.add(text.substring(from));
        }
        return sentences;
    }
}
