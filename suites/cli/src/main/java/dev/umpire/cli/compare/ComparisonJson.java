package dev.umpire.cli.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.umpire.reports.compare.Change;
import dev.umpire.reports.compare.Comparison;
import dev.umpire.reports.compare.TargetComparison;
import java.util.Locale;

/** A comparison for programs. */
final class ComparisonJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ComparisonJson() {}

    static String of(Comparison comparison) {
        ObjectNode root = JSON.createObjectNode();
        root.put("worse", comparison.worse());
        root.put("incomplete", comparison.incomplete());
        comparison.targets().forEach(target -> root.withArray("targets").add(target(target)));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always JSON", e);
        }
    }

    private static ObjectNode target(TargetComparison target) {
        ObjectNode node = JSON.createObjectNode();
        node.put("name", target.name());
        node.put("formerName", target.formerName());
        node.put("vanished", target.vanished());
        node.put("problem", target.problem());
        node.put("same", target.same());
        for (Change.Kind kind : Change.Kind.values()) {
            node.putArray(kind.name().toLowerCase(Locale.ROOT));
        }
        target.changes()
                .forEach(change -> node.withArray(change.kind().name().toLowerCase(Locale.ROOT))
                        .add(change(change)));
        return node;
    }

    private static ObjectNode change(Change change) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", change.id());
        node.put("says", change.says());
        node.put("before", change.before() == null ? null : change.before().label());
        node.put("after", change.after() == null ? null : change.after().label());
        node.put("message", change.message());
        return node;
    }
}
