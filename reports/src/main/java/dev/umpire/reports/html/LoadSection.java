package dev.umpire.reports.html;

import dev.umpire.reports.load.LoadComparison;
import dev.umpire.reports.load.ScenarioWords;
import dev.umpire.reports.model.LoadExpectation;
import dev.umpire.reports.model.RunResults;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows of load runs.
 *
 * @param expectations what was expected of the figures, of all targets
 * @param scenarios every scenario with all targets that were put under it
 */
public record LoadSection(List<LoadExpectation> expectations, List<LoadScenario> scenarios) {

    static @Nullable LoadSection of(RunResults run) {
        LoadSection section = new LoadSection(
                run.targets().stream()
                        .flatMap(target -> target.expectations().stream())
                        .toList(),
                LoadComparison.of(run).stream().map(LoadScenario::of).toList());
        return section.expectations.isEmpty() && section.scenarios.isEmpty() ? null : section;
    }

    /** Whether there is anything to draw. */
    public boolean drawn() {
        return scenarios.stream().anyMatch(scenario -> !scenario.plots().isEmpty());
    }

    /** Whether some scenario has its rate given. */
    public boolean paced() {
        return scenarios.stream().anyMatch(scenario -> ScenarioWords.paced(scenario.name()));
    }

    /** Whether servers are compared in some scenario. */
    public boolean several() {
        return scenarios.stream().anyMatch(LoadScenario::several);
    }

    /** How many expectations are not met. */
    public long unmet() {
        return expectations.stream().filter(expectation -> !expectation.met()).count();
    }
}
