package dev.umpire.suites.proof;

import dev.umpire.fixtures.saboteur.Saboteur;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.suites.rule.Reach;
import dev.umpire.suites.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is known before the proof.
 *
 * @param kills the kills that {@code kills.tsv} states
 * @param reaches what {@code reach.tsv} says that saboteurs break besides
 */
record StatedKills(List<Kill> kills, List<Reach> reaches) {
    private static final Path FILE = Path.of("src/main/resources/dev/umpire/suites/rule/kills.tsv");

    static StatedKills read() throws IOException {
        return new StatedKills(
                Files.readAllLines(FILE).stream().map(Kill::parse).toList(), Reach.load());
    }

    /** Those of one rule by one saboteur. */
    Stream<Kill> ofSamePair(Kill kill) {
        return kills.stream().filter(kill::isOfSamePair);
    }

    /**
     * Whether a rule that names a saboteur says of it what is stated, or one that does not either holds or falls for a
     * stated reason.
     */
    boolean foresee(Class<? extends Saboteur> saboteur, Rule rule, RuleResult result) {
        Kill kill = Kill.of(result);
        if (rule.sabotagedBy().contains(saboteur)) {
            return ofSamePair(kill).anyMatch(stated -> stated.matches(kill));
        }
        return result.verdict() != rule.level().whenBroken() || explain(saboteur, rule);
    }

    /** Whether a reason is stated for a rule to fall under a saboteur that it does not name. */
    boolean explain(Class<? extends Saboteur> saboteur, Rule rule) {
        return reaches.stream().anyMatch(reach -> reach.explains(saboteur, rule));
    }
}
