package dev.umpire.suites.rule;

/** Something that rules share, and that may outlast a rule which did not hold. */
public interface Reusable {
    /** Whether the next rule can use it although this one did not hold; asked after an exception. */
    boolean usable();
}
