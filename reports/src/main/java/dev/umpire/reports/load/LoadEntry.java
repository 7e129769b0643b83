package dev.umpire.reports.load;

import dev.umpire.reports.model.Ceiling;
import dev.umpire.reports.model.Deliveries;
import dev.umpire.reports.model.LoadResult;
import dev.umpire.reports.model.LoadWork;
import dev.umpire.reports.model.TargetResults;
import dev.umpire.reports.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All rounds of one scenario on one target.
 *
 * @param target name of the target
 * @param scenario name of the scenario
 * @param rounds its rounds, at least one, in the order in which they were measured
 */
public record LoadEntry(String target, String scenario, List<LoadResult> rounds) {

    public LoadEntry {
        rounds = List.copyOf(rounds);
    }

    /** The scenarios of a target in the order in which they were first measured. */
    public static List<LoadEntry> of(TargetResults target) {
        Map<String, List<LoadResult>> scenarios = new LinkedHashMap<>();
        target.loads()
                .forEach(load -> scenarios
                        .computeIfAbsent(load.scenario(), name -> new ArrayList<>())
                        .add(load));
        return scenarios.entrySet().stream()
                .map(scenario -> new LoadEntry(target.name(), scenario.getKey(), scenario.getValue()))
                .toList();
    }

    /** The figure over all rounds; empty if no round has it. */
    public Optional<Spread> spread(LoadFigure figure) {
        return Spread.of(rounds.stream()
                .map(figure::of)
                .flatMap(value -> value.stream().boxed())
                .toList());
    }

    /** The round that is nearest to the median of a figure; empty if no round has it. */
    public Optional<LoadResult> typical(LoadFigure figure) {
        return spread(figure)
                .flatMap(spread -> rounds.stream()
                        .filter(round -> figure.of(round).isPresent())
                        .min(Comparator.comparingDouble(
                                round -> Math.abs(figure.of(round).orElseThrow() - spread.median()))));
    }

    /** What the server had to do; of the first round, if rounds differ. */
    public LoadWork work() {
        return rounds.get(0).work();
    }

    /** What became of the broadcasts, of all rounds together; per second it is the median. */
    public Deliveries deliveries() {
        return new Deliveries(
                sum(Deliveries::broadcasts),
                sum(Deliveries::expected),
                sum(Deliveries::arrived),
                sum(Deliveries::lost),
                sum(Deliveries::duplicated),
                sum(Deliveries::disordered),
                sum(Deliveries::strayed),
                sum(Deliveries::corrupted),
                spread(LoadFigure.PER_SECOND).map(Spread::median).orElse(0.0));
    }

    /** Whether every round is clean. */
    public boolean clean() {
        return rounds.stream().allMatch(LoadResult::clean);
    }

    /** Why rounds are not clean, each with its number if there are several. */
    public List<String> problems() {
        return sentences(LoadResult::problem);
    }

    /** What is wrong with rounds that are clean because it was allowed beforehand, likewise. */
    public List<String> tolerances() {
        return sentences(LoadResult::tolerated);
    }

    /** Whether some round was limited by the harness, so that the server may be faster than it looks. */
    public boolean limited() {
        return rounds.stream().anyMatch(LoadEntry::limited);
    }

    // Of a ramp, that is decided by the rate which is shown.
    private static boolean limited(LoadResult round) {
        Ceiling ceiling = round.ceiling();
        return ceiling != null
                && (ceiling.limiting()
                        || LoadFigure.PER_SECOND.of(round).orElse(0) >= Ceiling.LIMITING * ceiling.perSecond());
    }

    /** What the harness itself receives per second; empty if that was not measured. */
    public OptionalDouble ceiling() {
        return ceilings().mapToDouble(Ceiling::perSecond).max();
    }

    /** The work in words, such as {@code 1,000 receivers, 1 emitter, 10 broadcasts/s of 80 characters}. */
    public String workText() {
        LoadWork work = work();
        return "%s, %s, %s of %s"
                .formatted(
                        Numbers.plural(work.receivers(), "receiver"),
                        Numbers.plural(work.emitters(), "emitter"),
                        ScenarioWords.pace(scenario, work.rate()),
                        ScenarioWords.payload(scenario, work.payload()));
    }

    private List<String> sentences(Function<LoadResult, @Nullable String> about) {
        return rounds.stream()
                .filter(round -> about.apply(round) != null)
                .map(round -> rounds.size() == 1
                        ? Objects.toString(about.apply(round))
                        : "Round " + round.round() + ": " + about.apply(round))
                .toList();
    }

    private Stream<Ceiling> ceilings() {
        return rounds.stream().map(LoadResult::ceiling).filter(Objects::nonNull).map(Objects::requireNonNull);
    }

    private long sum(ToLongFunction<Deliveries> count) {
        return rounds.stream().map(LoadResult::deliveries).mapToLong(count).sum();
    }
}
