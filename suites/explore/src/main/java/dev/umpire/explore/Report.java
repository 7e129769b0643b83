package dev.umpire.explore;

import dev.umpire.explore.search.Trial;
import dev.umpire.fixtures.judge.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** A failing trial in words: the program as a script, and what is wrong with what happened. */
public final class Report {
    private static final int MOST_FINDINGS = 5;

    private Report() {}

    /** The whole text. */
    public static String text(Trial trial) {
        return trial.program() + "\n" + findings(trial);
    }

    /** What is wrong, a finding a line. */
    public static String findings(Trial trial) {
        List<Finding> findings = trial.judgement().findings();
        String shown = findings.stream()
                .limit(MOST_FINDINGS)
                .map(finding -> "- line " + finding.line() + ", " + finding)
                .collect(Collectors.joining("\n"));
        long more = trial.judgement().count() - Math.min(MOST_FINDINGS, findings.size());
        return shown + (more > 0 ? "\n  and " + more + " more" : "");
    }

    /** The program as a test of JUnit, for a project that has umpire-explore. */
    public static String test(Trial trial, String url) {
        return """
                /** %s */
                @Test
                void keepsTheModel() throws Exception {
                    Replay.of(\"""
                %s            \""").against("%s", 20);
                }
                """.formatted(
                        trial.judgement().findings().stream()
                                .findFirst()
                                .map(Finding::details)
                                .orElse("")
                                .replace("*/", "* /"),
                        trial.program().toString().indent(12),
                        url);
    }
}
