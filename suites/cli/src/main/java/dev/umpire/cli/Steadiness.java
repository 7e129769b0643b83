package dev.umpire.cli;

import dev.umpire.reports.model.Repetition;
import dev.umpire.reports.model.TargetResults;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code --repeat} is for, in lines: which rules changed their verdict, and which came closest to a deadline. */
final class Steadiness {
    private static final int CLOSEST = 5;

    private Steadiness() {}

    static List<String> lines(TargetResults target) {
        List<Repetition> all = target.repetitions();
        if (all.isEmpty()) {
            return List.of();
        }
        List<Repetition> unsteady =
                all.stream().filter(repetition -> !repetition.steady()).toList();
        List<String> lines = new ArrayList<>();
        lines.add("  " + all.stream().mapToInt(Repetition::runs).max().orElse(0) + " runs: "
                + (unsteady.isEmpty()
                        ? "every rule kept its verdict"
                        : unsteady.size() + " of " + all.size() + " rules changed their verdict"));
        unsteady.forEach(repetition -> lines.add("    " + repetition.id() + "  " + counts(repetition)));
        lines.add("  closest to a deadline: "
                + all.stream()
                        .filter(repetition -> repetition.leastMarginMillis().isPresent())
                        .sorted(Comparator.comparingLong(
                                repetition -> repetition.leastMarginMillis().orElseThrow()))
                        .limit(CLOSEST)
                        .map(repetition -> repetition.id() + " ("
                                + repetition.leastMarginMillis().orElseThrow() + " ms left)")
                        .collect(Collectors.joining(", ")));
        return lines;
    }

    private static String counts(Repetition repetition) {
        return repetition.verdicts().entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().label())
                .collect(Collectors.joining(", "));
    }
}
