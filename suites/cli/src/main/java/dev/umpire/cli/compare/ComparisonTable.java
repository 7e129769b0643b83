package dev.umpire.cli.compare;

import dev.umpire.reports.compare.Change;
import dev.umpire.reports.compare.Comparison;
import dev.umpire.reports.compare.TargetComparison;
import dev.umpire.reports.model.Verdict;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A comparison for people at a console: a line of counts for each target, and a line for each change. */
final class ComparisonTable {
    private static final int MOST = 20;

    private ComparisonTable() {}

    static void print(Comparison comparison, PrintWriter out) {
        comparison.targets().forEach(target -> print(target, out));
    }

    private static void print(TargetComparison target, PrintWriter out) {
        if (target.vanished()) {
            out.println(target.name() + ": gone, the new run does not have this target");
            return;
        }
        String counts = Arrays.stream(Change.Kind.values())
                .filter(kind -> kind == Change.Kind.WORSE || kind == Change.Kind.BETTER || target.count(kind) > 0)
                .map(kind -> target.count(kind) + " " + kind.label())
                .collect(Collectors.joining(", "));
        out.println(target.name() + (target.formerName() == null ? "" : " (was " + target.formerName() + ")") + ": "
                + counts + ", " + target.same() + " as before");
        if (target.problem() != null) {
            out.println("  not judged to the end: " + target.problem());
        }
        int kinds = width(target, Change.Kind.values());
        int ids = target.changes().stream()
                .mapToInt(change -> change.id().length())
                .max()
                .orElse(0);
        int shown = 0;
        Change.@Nullable Kind last = null;
        for (Change change : target.changes()) {
            shown = change.kind() == last ? shown + 1 : 1;
            last = change.kind();
            if (shown > MOST && last != Change.Kind.WORSE) {
                if (shown == target.count(last)) {
                    out.println("  " + last.label() + ": " + (shown - MOST) + " more, see --json");
                }
                continue;
            }
            out.printf(
                    "  %-" + kinds + "s  %-" + ids + "s  %s -> %s%n",
                    change.kind().label(),
                    change.id(),
                    label(change.before()),
                    label(change.after()));
            boolean broken = change.after() != null && change.after().broken();
            if (broken && !change.message().isEmpty()) {
                out.println("  " + " ".repeat(kinds) + "  "
                        + change.message().lines().findFirst().orElse(""));
            }
        }
    }

    private static int width(TargetComparison target, Change.Kind... kinds) {
        return Arrays.stream(kinds)
                .filter(kind -> target.count(kind) > 0)
                .mapToInt(kind -> kind.label().length())
                .max()
                .orElse(1);
    }

    private static String label(@Nullable Verdict verdict) {
        return verdict == null ? "not tried" : verdict.label();
    }
}
