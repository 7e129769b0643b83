package dev.umpire.reports.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that a server breaks and nobody expected it to.
 *
 * @param evidence what was seen, of the first rule if there are several
 * @param rule the rule, or the first one
 * @param others how many more rules of the same folded group it breaks
 */
public record Finding(Evidence evidence, RuleRow rule, int others) {
    // A sentence of a specification weighs more than a promise of the documentation, and that more than a habit of
    // Node's.
    private static final List<String> AUTHORITIES = List.of(
            "RFC 6455", "the specification", "the documentation", "the official tests", "the reference implementation");
    private static final int LONG_FAMILY = 3;

    /** Whether the server ended of it. */
    public boolean crash() {
        return evidence.crash();
    }

    /**
     * What a server breaks, the worst first; rules whose ids begin alike are one finding, and so are crashes of one
     * cause.
     */
    static List<Finding> of(String server, List<RuleRow> rows) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        for (RuleRow row : rows) {
            Evidence evidence = failure(server, row);
            if (evidence == null) {
                continue;
            }
            String family = evidence.crash() ? String.valueOf(evidence.result().observed()) : family(row.id());
            Integer place = places.putIfAbsent(family, findings.size());
            if (place == null) {
                findings.add(new Finding(evidence, row, 0));
            } else {
                Finding first = findings.get(place);
                findings.set(place, new Finding(first.evidence, first.rule, first.others + 1));
            }
        }
        findings.sort(Comparator.comparing((Finding finding) -> !finding.crash())
                .thenComparing(finding -> weight(finding.rule.authority())));
        return List.copyOf(findings);
    }

    private static @Nullable Evidence failure(String server, RuleRow row) {
        return row.cells().stream()
                .filter(cell -> cell.target().equals(server))
                .map(RuleRow.Cell::evidence)
                .filter(Objects::nonNull)
                .filter(evidence -> evidence.failed() || evidence.crash())
                .findFirst()
                .orElse(null);
    }

    private static int weight(String authority) {
        int place = AUTHORITIES.indexOf(authority);
        return place < 0 ? AUTHORITIES.size() : place;
    }

    // The first three words of an id say what a rule is about: WS-CLOSE-CODE, SCOPE-GRID-BROADCAST.
    private static String family(String id) {
        List<String> segments = List.of(id.split("-", -1));
        return String.join("-", segments.subList(0, Math.min(LONG_FAMILY, segments.size())));
    }
}
