package dev.umpire.reports.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.umpire.reports.load.LoadComparison;
import dev.umpire.reports.load.LoadEntry;
import dev.umpire.reports.load.LoadFigure;
import dev.umpire.reports.load.Spread;
import dev.umpire.reports.model.Deliveries;
import dev.umpire.reports.model.LoadWork;
import dev.umpire.reports.model.TargetResults;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All rounds of a scenario on a target, as {@code summary.json} tells them; component names are its keys.
 *
 * @param deliveries sums over all rounds; per second it is the median
 * @param figures medians, least and greatest, by the keys of {@link LoadFigure}
 * @param comparedWith the target that the ratios refer to, or null if this is that one
 * @param ratios likewise, as reckoned within each round
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record LoadSummary(
        String scenario,
        boolean clean,
        List<String> problems,
        int rounds,
        LoadWork work,
        Deliveries deliveries,
        boolean limitedByHarness,
        @Nullable Double ceilingPerSecond,
        Map<String, Spread> figures,
        @Nullable String comparedWith,
        Map<String, Spread> ratios) {

    static List<LoadSummary> of(TargetResults target, List<LoadComparison> comparisons) {
        return comparisons.stream()
                .flatMap(comparison -> comparison.entries().stream()
                        .filter(entry -> entry.target().equals(target.name()))
                        .map(entry -> of(entry, comparison)))
                .toList();
    }

    private static LoadSummary of(LoadEntry entry, LoadComparison comparison) {
        Map<String, Spread> ratios = byKey(figure -> comparison.ratio(entry, figure));
        return new LoadSummary(
                entry.scenario(),
                entry.clean(),
                entry.problems(),
                entry.rounds().size(),
                entry.work(),
                entry.deliveries(),
                entry.limited(),
                entry.ceiling().isPresent() ? entry.ceiling().getAsDouble() : null,
                byKey(entry::spread),
                ratios.isEmpty() ? null : comparison.first().target(),
                ratios);
    }

    private static Map<String, Spread> byKey(Function<LoadFigure, Optional<Spread>> value) {
        Map<String, Spread> spreads = new LinkedHashMap<>();
        for (LoadFigure figure : LoadFigure.values()) {
            value.apply(figure).ifPresent(spread -> spreads.put(figure.key(), spread));
        }
        return spreads;
    }
}
