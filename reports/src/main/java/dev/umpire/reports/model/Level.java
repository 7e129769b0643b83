package dev.umpire.reports.model;

/** How strongly a rule binds (RFC 2119); the level alone decides what a violation is called. */
public enum Level {
    MUST(Verdict.FAILED),
    SHOULD(Verdict.WARNED),
    MAY(Verdict.NOTED);

    private final Verdict whenBroken;

    Level(Verdict whenBroken) {
        this.whenBroken = whenBroken;
    }

    /** The verdict of a rule of this level that did not hold. */
    public Verdict whenBroken() {
        return whenBroken;
    }
}
