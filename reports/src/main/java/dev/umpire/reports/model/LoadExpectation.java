package dev.umpire.reports.model;

/**
 * What somebody expects of the figures of a load scenario, and whether they are so.
 *
 * @param target name of the target
 * @param scenario name of the scenario
 * @param wanted what was expected, such as {@code p99 delivery at most 50 ms}
 * @param observed what was measured, in the same unit
 * @param met whether that is as was expected
 */
public record LoadExpectation(String target, String scenario, String wanted, String observed, boolean met) {}
