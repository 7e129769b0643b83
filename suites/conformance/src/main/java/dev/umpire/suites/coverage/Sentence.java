package dev.umpire.suites.coverage;

import java.util.List;

/**
 * What the coverage files say of one sentence of a document, in words of their own.
 *
 * @param hash stands for the sentence: the first 12 hexadecimal digits of the SHA-256 of its text, white space
 *     collapsed; a sentence that a document repeats has one row
 * @param anchor the section of its first occurrence, as the document's URL would name it
 * @param word how strongly it binds
 * @param says what it demands, in our words
 * @param rules ids of the rules that test it; one that ends in {@code *} stands for all that begin so
 * @param excluded why no rule does; empty if one does
 */
public record Sentence(String hash, String anchor, Word word, String says, List<String> rules, String excluded) {
    /** Copies the list. */
    public Sentence {
        rules = List.copyOf(rules);
    }

    /** Whether no rule tests it although one could. */
    public boolean owesRule() {
        return rules.isEmpty() && excluded.isEmpty();
    }

    /** Whether a rule with this id tests it. */
    public boolean names(String ruleId) {
        return rules.stream().anyMatch(rule -> covers(rule, ruleId));
    }

    /** Whether what stands in a coverage file means this rule. */
    static boolean covers(String written, String ruleId) {
        return written.endsWith("*")
                ? ruleId.startsWith(written.substring(0, written.length() - 1))
                : ruleId.equals(written);
    }
}
