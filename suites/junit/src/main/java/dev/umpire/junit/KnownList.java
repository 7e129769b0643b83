package dev.umpire.junit;

import dev.umpire.reports.known.KnownFailuresFile;
import dev.umpire.reports.model.KnownFailure;
import dev.umpire.reports.model.KnownFailureCheck;
import dev.umpire.reports.model.ResultEvent;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.StaleEntry;
import dev.umpire.reports.model.TargetResults;
import dev.umpire.suites.rule.Catalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A list of known failures that a test class judges by.
 *
 * @param listed its content, as the results hold it
 */
record KnownList(ResultEvent.KnownFailuresListed listed) {

    /**
     * Reads a list.
     *
     * @param catalogue every rule there is
     * @throws IOException if it cannot be read or understood
     */
    static KnownList read(Path file, Catalogue catalogue) throws IOException {
        List<KnownFailure> entries = KnownFailuresFile.read(file).entries();
        // no guesses what was meant: the library for that would lie on the class path of somebody else's server
        Map<String, String> misnamed =
                catalogue.unknown(entries).stream().collect(Collectors.toMap(rule -> rule, rule -> ""));
        return new KnownList(new ResultEvent.KnownFailuresListed(file.toString(), entries, misnamed));
    }

    KnownFailureCheck check() {
        return new KnownFailureCheck(listed);
    }

    /**
     * Fails if a line excuses nothing.
     *
     * @param server what the results call the server
     * @param results all of them
     */
    void requireBorneOut(String server, List<RuleResult> results) {
        TargetResults target = new TargetResults(server, null, results, List.of(), List.of(), 0, null);
        String problems =
                check().stale(List.of(target)).stream().map(StaleEntry::text).collect(Collectors.joining("\n"));
        if (!problems.isEmpty()) {
            throw new AssertionError(problems);
        }
    }
}
