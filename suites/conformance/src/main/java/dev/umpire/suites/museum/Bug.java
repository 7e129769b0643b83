package dev.umpire.suites.museum;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bug that a real server had.
 *
 * @param id permanent name, such as {@code BI-01}
 * @param implementation the server that had it
 * @param reference where it was reported or mended
 * @param symptom what was seen of it, in words
 * @param rules ids of the rules that would catch it; one that ends in {@code *} stands for all that begin so
 * @param excluded why no rule can catch it; null where rules do
 */
public record Bug(
        String id,
        String implementation,
        String reference,
        String symptom,
        List<String> rules,
        @Nullable String excluded) {

    public Bug {
        rules = List.copyOf(rules);
    }

    /** Whether a rule would catch this bug. */
    public boolean caughtBy(String rule) {
        return rules.stream()
                .anyMatch(id -> id.endsWith("*") ? rule.startsWith(id.substring(0, id.length() - 1)) : rule.equals(id));
    }
}
