package dev.umpire.reports.merge;

import dev.umpire.reports.model.LoadResult;
import dev.umpire.reports.model.ResultReader;
import dev.umpire.reports.model.RunResults;
import dev.umpire.reports.model.TargetInfo;
import dev.umpire.reports.model.TargetResults;
import dev.umpire.reports.model.UnreadableResultsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result folder of one injector.
 *
 * @param folder where it is
 * @param info the server as this injector found it, or null if it did not answer
 * @param load what this injector measured
 * @param share what it says beside that
 */
record InjectorResults(Path folder, @Nullable TargetInfo info, LoadResult load, Share share) {
    /**
     * Reads it.
     *
     * @throws UnreadableResultsException if it is no result of an injector, with the reason
     */
    static InjectorResults read(Path folder) throws IOException {
        RunResults results = ResultReader.read(folder);
        List<LoadResult> loads = results.targets().stream()
                .flatMap(target -> target.loads().stream())
                .toList();
        if (loads.size() != 1) {
            throw new UnreadableResultsException(folder + " has " + loads.size()
                    + " load results, but one of an injector has 1" + problems(results) + ".");
        }
        return new InjectorResults(folder, info(results), loads.get(0), Share.read(folder));
    }

    private static @Nullable TargetInfo info(RunResults results) {
        for (TargetResults target : results.targets()) {
            if (!target.loads().isEmpty()) {
                return target.info();
            }
        }
        return null;
    }

    private static String problems(RunResults results) {
        List<String> problems = results.targets().stream()
                .map(TargetResults::problem)
                .filter(problem -> problem != null)
                .toList();
        return problems.isEmpty() ? "" : ": " + String.join("; ", problems);
    }
}
