package dev.umpire.reports.model;

/**
 * What a server had to do in a load scenario.
 *
 * @param receivers number of clients that receive
 * @param emitters number of clients that emit
 * @param rate broadcasts per second asked for, of all emitters together
 * @param seconds for how long broadcasts were measured, warm-up apart
 * @param payload characters, or bytes if they are binary, in each broadcast
 */
public record LoadWork(int receivers, int emitters, double rate, double seconds, int payload) {}
