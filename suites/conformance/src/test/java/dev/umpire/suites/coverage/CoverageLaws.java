package dev.umpire.suites.coverage;

import dev.umpire.reports.model.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold between the coverage files and the rules. */
final class CoverageLaws {
    private final Coverage coverage;
    private final Map<String, Level> rules;
    private final List<String> broken = new ArrayList<>();

    /** Rules by their ids. */
    CoverageLaws(Coverage coverage, Map<String, Level> rules) {
        this.coverage = coverage;
        this.rules = rules;
    }

    /** What is broken, one sentence each. */
    List<String> broken() {
        for (Document document : coverage.documents()) {
            Set<String> hashes = new HashSet<>();
            for (Sentence sentence : document.sentences()) {
                String which = document.id() + ", sentence " + sentence.hash() + " (" + sentence.says() + ")";
                check(hashes.add(sentence.hash()), which + ": its hash occurs twice");
                check(
                        !sentence.rules().isEmpty() || !sentence.excluded().isEmpty(),
                        which + ": neither rules nor a reason why there are none");
                check(
                        sentence.rules().isEmpty() || sentence.excluded().isEmpty(),
                        which + ": both rules and a reason why there are none");
                sentence.rules()
                        .forEach(written -> check(
                                rules.keySet().stream().anyMatch(id -> Sentence.covers(written, id)),
                                which + ": there is no rule " + written));
            }
        }
        rules.forEach((id, level) -> check(
                level != Level.MUST || coverage.names(id),
                "rule " + id + " is a MUST, but no sentence of the coverage files names it"));
        return broken;
    }

    private void check(boolean holds, String message) {
        if (!holds) {
            broken.add(message);
        }
    }
}
