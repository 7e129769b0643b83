package dev.umpire.reports.html;

import dev.umpire.reports.model.TranscriptEntry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A transcript as a sequence diagram: one lifeline for each connection, the server's at the right.
 *
 * @param lanes names of the connections, in the order they first speak
 * @param head the first rows
 * @param folded rows between head and tail that are shown on request
 * @param omitted how many entries after those are left out
 * @param tail the last rows, if some were left out
 */
public record Diagram(List<String> lanes, List<Row> head, List<Row> folded, int omitted, List<Row> tail) {
    // Enough to see what happened; the whole of it is in results.ndjson.
    private static final int HEAD = 40;
    private static final int TAIL = 20;
    // Of a rule that held people want to see how it is probed; a page of hundreds of them must open at once.
    private static final int BRIEF_HEAD = 14;
    private static final int BRIEF_TAIL = 6;
    private static final int MOST_FOLDED = 2000;
    private static final int MOST_LANES = 12;

    static Diagram of(List<TranscriptEntry> transcript, boolean brief) {
        Set<String> names = new LinkedHashSet<>();
        // A remark of the harness alone does not make a connection.
        transcript.stream()
                .filter(entry -> entry.direction() != TranscriptEntry.Direction.NOTE)
                .forEach(entry -> names.add(entry.connection()));
        List<String> connections = List.copyOf(names);
        int shown = Math.min(connections.size(), MOST_LANES);
        List<String> lanes = new ArrayList<>(connections.subList(0, shown));
        if (shown < connections.size()) {
            lanes.set(shown - 1, (connections.size() - shown + 1) + " others");
        }
        List<Row> rows = transcript.stream()
                .map(entry -> Row.of(entry, Math.min(connections.indexOf(entry.connection()) + 1, shown)))
                .toList();
        int head = brief ? BRIEF_HEAD : HEAD;
        int tail = brief ? BRIEF_TAIL : TAIL;
        int between = rows.size() - head - tail;
        if (between <= tail) {
            return new Diagram(lanes, rows, List.of(), 0, List.of());
        }
        int folded = brief ? 0 : Math.min(between, MOST_FOLDED);
        return new Diagram(
                lanes,
                rows.subList(0, head),
                rows.subList(head, head + folded),
                between - folded,
                rows.subList(rows.size() - tail, rows.size()));
    }

    /** How many lifelines there are, the server's apart. */
    public int width() {
        return lanes.size();
    }

    /**
     * One row.
     *
     * @param micros microseconds since the rule began
     * @param connection the client's end
     * @param lane number of its lifeline, from 1; 0 if it has none
     * @param direction {@code sent}, {@code received} or {@code note}
     * @param kind what it was
     * @param meaning the content decoded for people
     * @param content the bytes, cut if they are many
     * @param preview the content's beginning if it is too long for one line
     * @param length characters of the whole content
     */
    public record Row(
            long micros,
            String connection,
            int lane,
            String direction,
            String kind,
            @Nullable String meaning,
            String content,
            @Nullable String preview,
            int length) {
        private static final int LINE = 64;
        private static final int PREVIEW = 160;
        private static final int MOST = 3000;

        static Row of(TranscriptEntry entry, int lane) {
            String content = entry.content().replace("\r\n", "\n");
            boolean oneLine = content.length() <= LINE && content.indexOf('\n') < 0;
            return new Row(
                    entry.micros(),
                    entry.connection(),
                    lane,
                    entry.direction().name().toLowerCase(Locale.ROOT),
                    entry.kind(),
                    entry.meaning(),
                    cut(content, MOST),
                    oneLine ? null : cut(content.lines().findFirst().orElse(""), PREVIEW),
                    content.length());
        }

        /** Characters of the content that are not shown. */
        public int hidden() {
            return length - content.length();
        }

        private static String cut(String text, int length) {
            if (text.length() <= length) {
                return text;
            }
            return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
        }
    }
}
