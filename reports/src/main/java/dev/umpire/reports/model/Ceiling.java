package dev.umpire.reports.model;

/**
 * What the harness itself is able to receive.
 *
 * @param perSecond deliveries per second from a server that does nothing but write
 * @param limiting whether the figure that was measured is within 20 % of it, so that it says nothing of the server
 */
public record Ceiling(double perSecond, boolean limiting) {
    /** The share of a ceiling from which on it limits a figure. */
    public static final double LIMITING = 0.8;
}
