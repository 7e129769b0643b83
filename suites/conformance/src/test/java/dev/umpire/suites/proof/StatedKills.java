package dev.umpire.suites.proof;

import dev.umpire.reports.model.RuleResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The kills that {@code kills.tsv} states. */
record StatedKills(List<Kill> kills) {
    private static final Path FILE = Path.of("src/main/resources/dev/umpire/suites/rule/kills.tsv");

    static StatedKills read() throws IOException {
        return new StatedKills(
                Files.readAllLines(FILE).stream().map(Kill::parse).toList());
    }

    /** Those of one rule by one saboteur. */
    Stream<Kill> ofSamePair(Kill kill) {
        return kills.stream().filter(kill::isOfSamePair);
    }

    /** Whether a rule says what is stated that it says; the target of the result is the saboteur. */
    boolean hold(RuleResult result) {
        Kill kill = Kill.of(result);
        return ofSamePair(kill).anyMatch(stated -> stated.matches(kill));
    }
}
