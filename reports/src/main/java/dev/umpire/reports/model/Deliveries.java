package dev.umpire.reports.model;

/**
 * What became of the broadcasts of a load scenario while it was measured.
 *
 * @param broadcasts broadcasts emitted
 * @param expected deliveries that had to arrive
 * @param arrived deliveries that arrived, each counted once
 * @param lost deliveries that never arrived
 * @param duplicated deliveries that arrived again
 * @param disordered deliveries that arrived after a later one
 * @param strayed deliveries that reached a client they were not meant for
 * @param corrupted deliveries with other arguments than were emitted
 * @param perSecond arrived over the time from first emit to last delivery
 */
public record Deliveries(
        long broadcasts,
        long expected,
        long arrived,
        long lost,
        long duplicated,
        long disordered,
        long strayed,
        long corrupted,
        double perSecond) {}
