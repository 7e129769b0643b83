package dev.umpire.junit;

import dev.umpire.reports.known.KnownFailuresFile;
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
import java.util.stream.Stream;

/**
 * A list of known failures that a test class judges by.
 *
 * @param listed its content, as the results hold it
 */
record KnownList(ResultEvent.KnownFailuresListed listed) {

    /**
     * Reads a list.
     *
     * @throws IOException if it cannot be read or understood
     */
    static KnownList read(Path file) throws IOException {
        return new KnownList(new ResultEvent.KnownFailuresListed(
                file.toString(), KnownFailuresFile.read(file).entries(), Map.of()));
    }

    KnownFailureCheck check() {
        return new KnownFailureCheck(listed);
    }

    /**
     * Fails if a line excuses nothing.
     *
     * @param server what the results call the server
     * @param results all of them
     * @param catalogue every rule there is
     */
    void requireBorneOut(String server, List<RuleResult> results, Catalogue catalogue) {
        Stream<String> unknown = listed.entries().stream()
                .filter(entry -> catalogue.rule(entry.rule()).isEmpty())
                .map(entry -> "%s, line %d: %s is no rule; correct the id, or delete the line"
                        .formatted(listed.file(), entry.line(), entry.rule()));
        TargetResults target = new TargetResults(server, null, results, List.of(), List.of(), 0, null);
        Stream<String> stale = check().stale(List.of(target)).stream().map(StaleEntry::text);
        String problems = Stream.concat(unknown, stale).collect(Collectors.joining("\n"));
        if (!problems.isEmpty()) {
            throw new AssertionError(problems);
        }
    }
}
