package dev.umpire.reports.html;

import dev.umpire.reports.load.LoadComparison;
import dev.umpire.reports.load.LoadEntry;
import dev.umpire.reports.load.LoadFigure;
import dev.umpire.reports.load.ScenarioWords;
import dev.umpire.reports.load.Spread;
import dev.umpire.reports.model.LoadResult;
import dev.umpire.reports.text.Numbers;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * One load scenario on all targets that were put under it.
 *
 * @param comparison the figures
 * @param sentence what happens in it, or null if that is unknown
 * @param plots its charts; none without data
 */
public record LoadScenario(
        LoadComparison comparison, @Nullable String sentence, List<Plot> plots) {

    static LoadScenario of(LoadComparison comparison) {
        return new LoadScenario(comparison, ScenarioWords.of(comparison.scenario()), Plots.of(comparison));
    }

    /** Its name. */
    public String name() {
        return comparison.scenario();
    }

    /** Id of its heading. */
    public String anchor() {
        return "load-" + name().replaceAll("[^A-Za-z0-9]+", "-");
    }

    /** Whether there is more than one target. */
    public boolean several() {
        return comparison.entries().size() > 1;
    }

    /** The most rounds that a target had. */
    public int rounds() {
        return comparison.entries().stream()
                .mapToInt(entry -> entry.rounds().size())
                .max()
                .orElse(0);
    }

    /** Whether a ramp was run. */
    public boolean ramp() {
        return comparison.entries().stream()
                .flatMap(entry -> entry.rounds().stream())
                .anyMatch(round -> !round.steps().isEmpty());
    }

    /** Whether there is a report of Gatling's own. */
    public boolean gatling() {
        return comparison.entries().stream()
                .flatMap(entry -> entry.rounds().stream())
                .anyMatch(round -> round.gatlingReport() != null);
    }

    /** Names of the targets whose figures the harness limited. */
    public List<String> limited() {
        return comparison.entries().stream()
                .filter(LoadEntry::limited)
                .map(LoadEntry::target)
                .toList();
    }

    /** What the harness receives per second of this work, in words, or null if that was not measured. */
    public @Nullable String ceiling() {
        OptionalDouble most = comparison.entries().stream()
                .flatMapToDouble(entry -> entry.ceiling().stream())
                .max();
        return most.isPresent() ? Numbers.rate(most.getAsDouble()) : null;
    }

    /** A figure of a target, or null if it has none. */
    public @Nullable Cell cell(LoadEntry entry, LoadFigure figure) {
        Spread spread = entry.spread(figure).orElse(null);
        if (spread == null) {
            return null;
        }
        Spread ratio = comparison.ratio(entry, figure).orElse(null);
        return new Cell(
                figure.text(spread.median()),
                range(spread, figure::text),
                ratio == null ? null : Numbers.times(ratio.median()),
                ratio == null ? null : range(ratio, Numbers::times));
    }

    // What reads the same is no range.
    private static @Nullable String range(Spread spread, DoubleFunction<String> words) {
        String least = words.apply(spread.least());
        String greatest = words.apply(spread.greatest());
        return least.equals(greatest) ? null : Numbers.range(least, greatest);
    }

    /** The round of a ramp that is nearest to the median of all, or null if there is none. */
    public @Nullable LoadResult knee(LoadEntry entry) {
        return entry.typical(LoadFigure.KNEE).orElse(null);
    }

    /** A figure of one round, or null if it has none. */
    public @Nullable String text(LoadResult round, LoadFigure figure) {
        OptionalDouble value = figure.of(round);
        return value.isPresent() ? figure.text(value.getAsDouble()) : null;
    }

    /**
     * A figure as it is shown.
     *
     * @param median over all rounds
     * @param spread from the least to the greatest, or null if they read the same
     * @param ratio to the first target, or null for that one
     * @param ratioSpread likewise, or null
     */
    public record Cell(
            String median,
            @Nullable String spread,
            @Nullable String ratio,
            @Nullable String ratioSpread) {}
}
