package dev.umpire.reports.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What one rule concluded about one target. */
public enum Verdict {
    /** The rule held. */
    @JsonProperty("passed")
    PASSED("passed"),
    /** A MUST was broken. */
    @JsonProperty("failed")
    FAILED("failed"),
    /** A SHOULD was broken. */
    @JsonProperty("warned")
    WARNED("warned"),
    /** A MAY was not taken: an observation, not a fault. */
    @JsonProperty("noted")
    NOTED("noted"),
    /** The target does not offer what the rule needs. */
    @JsonProperty("notApplicable")
    NOT_APPLICABLE("not applicable"),
    /** A rule that this one builds on did not hold. */
    @JsonProperty("blocked")
    BLOCKED("blocked"),
    /** The harness could not tell; never blamed on the target. */
    @JsonProperty("undecided")
    UNDECIDED("undecided");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    /** The word shown to people. */
    public String label() {
        return label;
    }
}
