package dev.umpire.reports.known;

import dev.umpire.reports.model.KnownFailure;
import dev.umpire.reports.model.KnownFailureCheck;
import dev.umpire.reports.model.ResultEvent;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.RunResults;
import dev.umpire.reports.model.StaleEntry;
import dev.umpire.reports.model.TargetResults;
import dev.umpire.reports.model.Verdict;
import dev.umpire.reports.text.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A list of known failures that fits a run: what stood there stays with its reason and comments as far as the run bears
 * it out or says nothing about it, and failures that were not listed are added.
 *
 * @param lines the whole file
 * @param added how many entries are new; their reasons have yet to be written
 * @param changed how many entries got another message
 * @param removed how many entries were dropped
 */
public record KnownFailuresDraft(List<String> lines, int added, int changed, int removed) {
    /** What stands for a reason that somebody has yet to write. */
    public static final String NO_REASON_YET = "(say why)";

    public KnownFailuresDraft {
        lines = List.copyOf(lines);
    }

    /**
     * Fits a list to a run.
     *
     * @param results what happened
     * @param before the list as it was, or null for a new one
     * @param misnamed as in {@link ResultEvent.KnownFailuresListed}
     */
    public static KnownFailuresDraft of(
            RunResults results, @Nullable KnownFailuresFile before, Map<String, String> misnamed) {
        List<KnownFailure> listed = before == null ? List.of() : before.entries();
        KnownFailureCheck check = new KnownFailureCheck(new ResultEvent.KnownFailuresListed("", listed, misnamed));
        Map<Integer, StaleEntry> stale = check.stale(results.targets()).stream()
                .collect(Collectors.toMap(entry -> entry.entry().line(), Function.identity()));
        List<String> lines = new ArrayList<>();
        int changed = 0;
        int removed = 0;
        for (int i = 0; before != null && i < before.lines().size(); i++) {
            String line = before.lines().get(i);
            StaleEntry problem = stale.get(i + 1);
            if (problem == null) {
                lines.add(line.startsWith("rule\ttarget\t") ? KnownFailuresFile.HEADER : line);
            } else if (problem.kind() == StaleEntry.Kind.OTHER_MESSAGE) {
                lines.add(line(
                        problem.entry().rule(),
                        problem.entry().target(),
                        problem.entry().reason(),
                        problem.observed()));
                changed++;
            } else if (problem.kind() == StaleEntry.Kind.UNMATCHED) {
                lines.add(line); // another run may have that target
            } else {
                removed++;
            }
        }
        if (before == null) {
            lines.add(KnownFailuresFile.HEADER);
        }
        List<String> added = results.targets().stream()
                .flatMap(target -> missing(target, check, stale).stream())
                .toList();
        lines.addAll(added);
        return new KnownFailuresDraft(lines, added.size(), changed, removed);
    }

    private static List<String> missing(TargetResults target, KnownFailureCheck check, Map<Integer, StaleEntry> stale) {
        return target.rules().stream()
                .filter(rule -> rule.verdict() == Verdict.FAILED)
                .filter(rule -> check.known(rule).isEmpty())
                .filter(rule -> stale.values().stream().noneMatch(problem -> names(problem.entry(), rule)))
                .map(rule -> line(rule.id(), target.name(), NO_REASON_YET, rule.maskedMessage()))
                .toList();
    }

    private static boolean names(KnownFailure entry, RuleResult rule) {
        return entry.rule().equals(rule.id()) && entry.covers(rule.target());
    }

    private static String line(String rule, String target, String reason, @Nullable String message) {
        return String.join("\t", rule, target, reason, message == null ? "" : VisibleText.line(message));
    }

    /**
     * Writes this draft to a file, in place of what is there.
     *
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Files.writeString(file, String.join("\n", lines) + "\n");
    }
}
