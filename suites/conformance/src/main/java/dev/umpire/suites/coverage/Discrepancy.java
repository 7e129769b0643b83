package dev.umpire.suites.coverage;

/**
 * Something on which a coverage file and its text do not agree.
 *
 * @param document id of the document
 * @param what in one sentence, with what to do
 */
public record Discrepancy(String document, String what) {}
