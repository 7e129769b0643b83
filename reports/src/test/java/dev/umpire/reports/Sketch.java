package dev.umpire.reports;

import dev.umpire.reports.model.KnownFailure;
import dev.umpire.reports.model.Level;
import dev.umpire.reports.model.ResultEvent;
import dev.umpire.reports.model.ResultLog;
import dev.umpire.reports.model.ResultReader;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.RunResults;
import dev.umpire.reports.model.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run in a few words, written to a folder and read back as every command does. */
public final class Sketch {
    private final Map<String, List<RuleResult>> targets = new LinkedHashMap<>();
    private final Map<String, String> problems = new LinkedHashMap<>();
    private final Map<String, String> misnamed = new LinkedHashMap<>();
    private final List<KnownFailure> known = new ArrayList<>();

    /** A rule reached a verdict. */
    public Sketch rule(String target, String id, Verdict verdict, @Nullable String reason) {
        Level level = verdict == Verdict.WARNED ? Level.SHOULD : verdict == Verdict.NOTED ? Level.MAY : Level.MUST;
        targets.computeIfAbsent(target, name -> new ArrayList<>())
                .add(new RuleResult(
                        target,
                        id,
                        "events",
                        level,
                        "SPECIFICATION",
                        "does as told",
                        List.of(),
                        verdict,
                        7,
                        null,
                        reason,
                        null,
                        null,
                        List.of(),
                        null));
        return this;
    }

    /** A target could not be judged to the end. */
    public Sketch problem(String target, String problem) {
        targets.computeIfAbsent(target, name -> new ArrayList<>());
        problems.put(target, problem);
        return this;
    }

    /** The next line of {@code known.tsv}, the first being line 2. */
    public Sketch known(String rule, String target, @Nullable String message) {
        return known(rule, target, "as agreed", message);
    }

    /** The same, with a reason. */
    public Sketch known(String rule, String target, String reason, @Nullable String message) {
        known.add(new KnownFailure(known.size() + 2, rule, target, reason, message));
        return this;
    }

    /** There is no such rule, but another one. */
    public Sketch misnamed(String rule, String meant) {
        misnamed.put(rule, meant);
        return this;
    }

    /** Writes it. */
    public Path write(Path folder) throws IOException {
        try (ResultLog log = ResultLog.create(folder)) {
            log.append(new ResultEvent.RunStarted(
                    ResultLog.SCHEMA, "1", "2026-01-01T00:00:00.5Z", List.of(), List.of(), List.of(), List.of()));
            log.append(new ResultEvent.KnownFailuresListed("known.tsv", known, misnamed));
            targets.forEach((name, rules) -> {
                rules.forEach(rule -> log.append(new ResultEvent.RuleFinished(rule)));
                log.append(new ResultEvent.TargetFinished(name, 10, problems.get(name)));
            });
            log.append(new ResultEvent.RunFinished(20));
        }
        return folder;
    }

    /** Writes it and reads it back. */
    public RunResults read(Path folder) throws IOException {
        return ResultReader.read(write(folder));
    }
}
