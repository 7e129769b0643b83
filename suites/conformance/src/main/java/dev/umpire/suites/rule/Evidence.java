package dev.umpire.suites.rule;

import dev.umpire.fixtures.transcript.Transcript;
import dev.umpire.reports.model.TranscriptEntry;
import dev.umpire.reports.model.TranscriptEntry.Direction;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns a transcript into what a result keeps of it; long contents are shortened in the middle, and so are long
 * transcripts.
 */
final class Evidence {
    private static final int LONGEST = 2_000;
    private static final int MOST_AT_EITHER_END = 300;

    private Evidence() {}

    static List<TranscriptEntry> of(Transcript transcript) {
        List<Transcript.Entry> entries = transcript.entries();
        int left = entries.size() - 2 * MOST_AT_EITHER_END;
        if (left <= 0) {
            return entries.stream().map(Evidence::entry).toList();
        }
        List<TranscriptEntry> kept = new ArrayList<>();
        entries.subList(0, MOST_AT_EITHER_END).forEach(entry -> kept.add(entry(entry)));
        long micros = entries.get(MOST_AT_EITHER_END).micros();
        kept.add(new TranscriptEntry(micros, "harness", Direction.NOTE, "note", left + " entries left out", null));
        entries.subList(entries.size() - MOST_AT_EITHER_END, entries.size()).forEach(entry -> kept.add(entry(entry)));
        return kept;
    }

    private static TranscriptEntry entry(Transcript.Entry entry) {
        Direction direction = switch (entry.direction()) {
            case SENT -> Direction.SENT;
            case RECEIVED -> Direction.RECEIVED;
            case NOTE -> Direction.NOTE;
        };
        return new TranscriptEntry(
                entry.micros(),
                entry.connection(),
                direction,
                entry.kind(),
                shortened(entry.content()),
                entry.meaning());
    }

    private static String shortened(String content) {
        if (content.length() <= LONGEST) {
            return content;
        }
        int head = boundary(content, LONGEST / 2);
        int tail = boundary(content, content.length() - LONGEST / 2);
        return content.substring(0, head) + "…(" + (tail - head) + " characters left out)…" + content.substring(tail);
    }

    /** This place, or the one before if this is amid a surrogate pair: half of one cannot be written as UTF-8. */
    private static int boundary(String content, int place) {
        return Character.isSurrogatePair(content.charAt(place - 1), content.charAt(place)) ? place - 1 : place;
    }
}
