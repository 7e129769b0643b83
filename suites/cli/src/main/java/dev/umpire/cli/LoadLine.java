package dev.umpire.cli;

import dev.umpire.reports.load.LoadEntry;
import dev.umpire.reports.load.LoadFigure;
import dev.umpire.reports.model.Deliveries;
import dev.umpire.reports.model.Knee;
import dev.umpire.reports.model.LoadResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What one scenario measured on one target, all rounds together: the verdict, and the figures on a line. */
final class LoadLine {
    private LoadLine() {}

    /** The line, and below it whatever is to be said about single rounds. */
    static List<String> of(LoadEntry entry) {
        List<String> lines = new ArrayList<>();
        Deliveries all = entry.deliveries();
        lines.add(String.format(
                Locale.ROOT,
                "%s: %s %s%s, %d of %d deliveries, %s per second%s, %d lost, %d duplicated, %d disordered, %d strayed; "
                        + "delivery p50 %s, p99 %s, p99.9 %s; fan-out p99 %s",
                entry.target(),
                entry.scenario(),
                entry.clean() ? "clean" : "NOT CLEAN",
                entry.rounds().size() == 1 ? "" : " in " + entry.rounds().size() + " rounds",
                all.arrived(),
                all.expected(),
                spread(entry, LoadFigure.PER_SECOND),
                entry.limited() ? " (limited by the harness)" : "",
                all.lost(),
                all.duplicated(),
                all.disordered(),
                all.strayed(),
                figure(entry, LoadFigure.DELIVERY_P50),
                spread(entry, LoadFigure.DELIVERY_P99),
                figure(entry, LoadFigure.DELIVERY_P999),
                figure(entry, LoadFigure.FAN_OUT_P99)));
        entry.rounds().forEach(round -> about(round, entry.rounds().size() > 1, lines));
        return lines;
    }

    private static void about(LoadResult round, boolean several, List<String> lines) {
        String which = several ? "  round " + round.round() + ": " : "  ";
        if (round.problem() != null) {
            lines.add(which + round.problem());
        }
        if (round.tolerated() != null) {
            lines.add(which + "tolerated: " + round.tolerated());
        }
        Knee knee = round.knee();
        if (knee != null) {
            lines.add(which + "held up to " + LoadFigure.KNEE.text(knee.rate())
                    + (knee.broke() == null ? ", where the ramp ended" : "; then: " + knee.broke()));
        }
    }

    private static String figure(LoadEntry entry, LoadFigure figure) {
        return entry.spread(figure).map(spread -> figure.text(spread.median())).orElse("–");
    }

    private static String spread(LoadEntry entry, LoadFigure figure) {
        String median = figure(entry, figure);
        return entry.spread(figure)
                .filter(spread -> spread.rounds() > 1)
                .map(spread ->
                        median + " (" + figure.text(spread.least()) + " – " + figure.text(spread.greatest()) + ")")
                .orElse(median);
    }
}
