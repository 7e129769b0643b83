package dev.umpire.reports.model;

/**
 * How much of a text the rules cover.
 *
 * @param title name of the text
 * @param url the version that was read
 * @param sentences how many of its sentences demand or promise something
 * @param covered how many of these have a rule
 * @param excluded how many have none, for a written reason
 */
public record DocumentCoverage(String title, String url, int sentences, int covered, int excluded) {}
