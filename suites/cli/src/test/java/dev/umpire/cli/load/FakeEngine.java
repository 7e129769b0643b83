package dev.umpire.cli.load;

import dev.umpire.reports.model.LoadResult;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** An engine that measures nothing, and keeps what it was asked to do. */
class FakeEngine implements LoadEngine {
    final List<LoadPlan> plans = new ArrayList<>();
    final List<LoadPlan> calibrated = new ArrayList<>();
    volatile boolean interrupted;

    @Override
    public List<Scenario> scenarios() {
        return List.of(
                new Scenario("fan-out", "One client broadcasts.", Set.of(), true),
                new Scenario("storm", "Many clients broadcast.", Set.of(), true),
                new Scenario("mixed", "One client broadcasts over all transports.", Set.of(), true),
                new Scenario("ramp", "The rate rises.", Set.of(), false),
                new Scenario("telepathy", "No server can do that.", Set.of("telepathy"), false));
    }

    @Override
    public LoadResult run(LoadPlan plan, LoadProgress progress) throws LoadFailedException {
        plans.add(plan);
        return Sample.clean(plan.target(), plan.scenario(), plan.round(), 10_000, 40_000);
    }

    @Override
    public void interrupt() {
        interrupted = true;
    }

    @Override
    public OptionalDouble ceiling(LoadPlan plan) throws LoadFailedException {
        calibrated.add(plan);
        return OptionalDouble.of(12_000);
    }

    /** What was done to what, in this order. */
    List<String> order() {
        return plans.stream()
                .map(plan -> plan.target() + " " + plan.scenario() + " " + plan.round())
                .toList();
    }
}
