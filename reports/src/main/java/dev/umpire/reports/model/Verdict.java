package dev.umpire.reports.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

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

    private static final List<Verdict> BY_WEIGHT =
            List.of(PASSED, NOT_APPLICABLE, NOTED, WARNED, BLOCKED, UNDECIDED, FAILED);

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    /** Whether this one deserves attention before another: of several runs of a rule the worst is shown. */
    public boolean worseThan(Verdict other) {
        return BY_WEIGHT.indexOf(this) > BY_WEIGHT.indexOf(other);
    }

    /** Whether the rule did not hold, whatever its level calls that. */
    public boolean broken() {
        return this == FAILED || this == WARNED || this == NOTED;
    }

    /** The word shown to people. */
    public String label() {
        return label;
    }
}
