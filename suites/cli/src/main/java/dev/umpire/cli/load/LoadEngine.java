package dev.umpire.cli.load;

import dev.umpire.reports.model.LoadResult;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/** Runs load scenarios; found on the class path, so that the command itself needs none of its libraries. */
public interface LoadEngine {

    /** Names of the scenarios that it knows. */
    Set<String> scenarios();

    /**
     * Runs one scenario to its end.
     *
     * @param progress called about once a second, from one thread
     * @return what was measured, with its verdict
     * @throws LoadFailedException if nothing could be measured, such as when the target cannot be reached
     */
    LoadResult run(LoadPlan plan, LoadProgress progress) throws LoadFailedException;

    /** The engine on the class path, if there is one. */
    static Optional<LoadEngine> find() {
        return ServiceLoader.load(LoadEngine.class).findFirst();
    }
}
