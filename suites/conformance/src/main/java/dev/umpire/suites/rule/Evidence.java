package dev.umpire.suites.rule;

import dev.umpire.fixtures.transcript.Transcript;
import dev.umpire.reports.model.TranscriptEntry;
import dev.umpire.reports.model.TranscriptEntry.Direction;
import java.util.List;

/** Turns a transcript into what a result keeps of it; long contents are shortened in the middle. */
final class Evidence {
    private static final int LONGEST = 2_000;

    private Evidence() {}

    static List<TranscriptEntry> of(Transcript transcript) {
        return transcript.entries().stream().map(Evidence::entry).toList();
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
        int left = content.length() - LONGEST;
        return left <= 0
                ? content
                : content.substring(0, LONGEST / 2) + "…(" + left + " characters left out)…"
                        + content.substring(content.length() - LONGEST / 2);
    }
}
