package dev.umpire.reports.load;

import dev.umpire.reports.model.LoadResult;
import dev.umpire.reports.model.LoadWork;
import dev.umpire.reports.model.RunResults;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * One scenario on every target that was put under it.
 *
 * @param scenario its name
 * @param entries at least one; the others are compared with the first
 */
public record LoadComparison(String scenario, List<LoadEntry> entries) {

    public LoadComparison {
        entries = List.copyOf(entries);
    }

    /** The scenarios of a run in the order in which they were first measured. */
    public static List<LoadComparison> of(RunResults results) {
        Map<String, List<LoadEntry>> scenarios = new LinkedHashMap<>();
        results.targets().stream()
                .flatMap(target -> LoadEntry.of(target).stream())
                .forEach(entry -> scenarios
                        .computeIfAbsent(entry.scenario(), name -> new ArrayList<>())
                        .add(entry));
        return scenarios.entrySet().stream()
                .map(scenario -> new LoadComparison(scenario.getKey(), scenario.getValue()))
                .toList();
    }

    /** The entry that the others are compared with. */
    public LoadEntry first() {
        return entries.get(0);
    }

    /**
     * How many times as large a figure is as the first target's: reckoned within each round, since the rounds of
     * several targets take turns and what disturbs the machine then disturbs both; empty for the first target, and if
     * no round of both has the figure.
     */
    public Optional<Spread> ratio(LoadEntry entry, LoadFigure figure) {
        if (entry.target().equals(first().target())) {
            return Optional.empty();
        }
        return Spread.of(entry.rounds().stream()
                .flatMap(round -> first().rounds().stream()
                        .filter(other -> other.round() == round.round())
                        .limit(1)
                        .flatMap(other -> ratio(figure.of(round), figure.of(other))))
                .toList());
    }

    /** The figures that some entry has. */
    public List<LoadFigure> figures() {
        return Stream.of(LoadFigure.values())
                .filter(figure ->
                        entries.stream().anyMatch(entry -> entry.spread(figure).isPresent()))
                .toList();
    }

    /** Whether all rounds of all targets had the same to do; if not, their figures do not compare. */
    public boolean sameWork() {
        return entries.stream()
                        .flatMap(entry -> entry.rounds().stream())
                        .map(LoadResult::work)
                        .map(LoadComparison::asked)
                        .distinct()
                        .count()
                == 1;
    }

    // For how long was measured differs by a little from round to round.
    private static LoadWork asked(LoadWork work) {
        return new LoadWork(work.receivers(), work.emitters(), work.rate(), 0, work.payload());
    }

    private static Stream<Double> ratio(OptionalDouble value, OptionalDouble to) {
        return value.isPresent() && to.isPresent() && to.getAsDouble() > 0
                ? Stream.of(value.getAsDouble() / to.getAsDouble())
                : Stream.empty();
    }
}
