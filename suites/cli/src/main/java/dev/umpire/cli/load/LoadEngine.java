package dev.umpire.cli.load;

import dev.umpire.reports.model.LoadResult;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.ServiceLoader;
import java.util.Set;

/** Runs load scenarios; found on the class path, so that the command itself needs none of its libraries. */
public interface LoadEngine {

    /** The scenarios that it knows, in the order in which they are shown. */
    List<Scenario> scenarios();

    /**
     * Runs one round of a scenario to its end.
     *
     * @param progress called about once a second, from one thread
     * @return what was measured, with its verdict
     * @throws LoadFailedException if nothing could be measured, such as when the target cannot be reached
     */
    LoadResult run(LoadPlan plan, LoadProgress progress) throws LoadFailedException;

    /** Ends what is running now, from another thread: it returns soon, with what was measured until then. */
    void interrupt();

    /**
     * Measures how many deliveries per second the harness itself can receive and judge of such work, from a server that
     * does nothing but write. The plan's wires, receivers and payload decide; neither its target nor its rate do.
     *
     * @return deliveries per second, or empty if such work has no ceiling of its own
     * @throws LoadFailedException if it could not be measured
     */
    OptionalDouble ceiling(LoadPlan plan) throws LoadFailedException;

    /** The engine on the class path, if there is one. */
    static Optional<LoadEngine> find() {
        return ServiceLoader.load(LoadEngine.class).findFirst();
    }

    /**
     * What an engine can do to a target.
     *
     * @param name what users type, such as {@code fan-out}
     * @param description what happens, as one sentence
     * @param needs capabilities that the conformance app of a target must declare (fixtures/CONTRACT.md)
     * @param divisible whether several injectors can share it
     */
    record Scenario(String name, String description, Set<String> needs, boolean divisible) {
        public Scenario {
            needs = Set.copyOf(needs);
        }
    }
}
