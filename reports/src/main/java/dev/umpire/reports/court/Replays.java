package dev.umpire.reports.court;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.RunResults;
import dev.umpire.reports.model.TranscriptEntry;
import dev.umpire.reports.page.Packed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The broken rules of a run, to be played step by step.
 *
 * @param rules those with a transcript, each cut to what a page can carry
 */
public record Replays(List<RuleResult> rules) {
    // All of it is in results.ndjson, which the live page plays too.
    private static final int MOST_ENTRIES = 1000;
    private static final int MOST_CHARACTERS = 2000;

    public Replays {
        rules = List.copyOf(rules);
    }

    /** What can be played of a run. */
    public static Replays of(RunResults run) {
        return new Replays(run.targets().stream()
                .flatMap(target -> target.rules().stream())
                .filter(Replays::include)
                .map(Replays::cut)
                .toList());
    }

    /** Whether a rule's result is played. */
    public static boolean include(RuleResult result) {
        return result.verdict().broken() && !result.transcript().isEmpty();
    }

    /** Where a rule's result is played, from a page in the same folder. */
    public static String address(RuleResult result) {
        return "play.html#" + result.id() + "@" + result.target();
    }

    /**
     * Writes the page, or removes one that an earlier report left, if there is nothing to play.
     *
     * @throws IOException if the file cannot be written or removed
     */
    public void write(Path file) throws IOException {
        if (rules.isEmpty()) {
            Files.deleteIfExists(file);
        } else {
            Files.writeString(file, CourtPage.of(this));
        }
    }

    String packed() {
        try {
            return new Packed().pack(new ObjectMapper().writeValueAsString(rules));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result that was read can be written", e);
        }
    }

    private static RuleResult cut(RuleResult rule) {
        List<TranscriptEntry> transcript =
                rule.transcript().stream().limit(MOST_ENTRIES).map(Replays::cut).toList();
        return new RuleResult(
                rule.target(),
                rule.id(),
                rule.suite(),
                rule.level(),
                rule.authority(),
                rule.says(),
                rule.citations(),
                rule.verdict(),
                rule.millis(),
                rule.marginMillis(),
                rule.reason(),
                rule.expected(),
                rule.observed(),
                transcript,
                null);
    }

    private static TranscriptEntry cut(TranscriptEntry entry) {
        String content = entry.content();
        if (content.length() <= MOST_CHARACTERS) {
            return entry;
        }
        int end =
                Character.isHighSurrogate(content.charAt(MOST_CHARACTERS - 1)) ? MOST_CHARACTERS - 1 : MOST_CHARACTERS;
        return new TranscriptEntry(
                entry.micros(),
                entry.connection(),
                entry.direction(),
                entry.kind(),
                content.substring(0, end) + "…",
                entry.meaning());
    }
}
