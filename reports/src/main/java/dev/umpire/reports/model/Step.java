package dev.umpire.reports.model;

/**
 * One rate of a ramp.
 *
 * @param rate broadcasts per second asked for, of all emitters together
 * @param seconds for how long it was measured
 * @param expected deliveries that had to arrive
 * @param arrived deliveries that arrived, each counted once
 * @param delivery time from emit to each delivery
 * @param held whether the server kept up
 */
public record Step(double rate, double seconds, long expected, long arrived, Latency delivery, boolean held) {}
