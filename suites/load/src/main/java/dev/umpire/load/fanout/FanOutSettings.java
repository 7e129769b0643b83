package dev.umpire.load.fanout;

import dev.umpire.cli.load.LoadPlan;
import java.net.URI;
import java.util.UUID;

/**
 * What a fan-out run is to do.
 *
 * @param url address of the Socket.IO endpoint, with its path
 * @param token distinguishes this run's events from all others on the server
 * @param receivers clients that receive, the broadcaster apart
 * @param rate broadcasts per second
 * @param warmUp broadcasts before measuring
 * @param measured broadcasts that are measured
 * @param payload characters of text in each broadcast
 */
public record FanOutSettings(
        URI url, String token, int receivers, double rate, long warmUp, long measured, int payload) {
    private static final String PREFIX = "umpire.load.";

    /** The settings of a plan. */
    public static FanOutSettings of(LoadPlan plan) {
        return new FanOutSettings(
                plan.url(),
                newToken(),
                plan.receivers(),
                plan.rate(),
                plan.warmUpBroadcasts(),
                plan.measuredBroadcasts(),
                plan.payload());
    }

    /**
     * Reads {@code umpire.load.url}, {@code .receivers}, {@code .rate} (per second), {@code .warmUp} and
     * {@code .duration} (seconds) and {@code .payload} (characters): for the simulation without the command.
     */
    public static FanOutSettings fromSystemProperties() {
        double rate = Double.parseDouble(property("rate", "100"));
        return new FanOutSettings(
                URI.create(property("url", "http://localhost:3000/socket.io/")),
                newToken(),
                Integer.parseInt(property("receivers", "100")),
                rate,
                Math.round(rate * Double.parseDouble(property("warmUp", "5"))),
                Math.round(rate * Double.parseDouble(property("duration", "30"))),
                Integer.parseInt(property("payload", "80")));
    }

    /** All broadcasts. */
    long total() {
        return warmUp + measured;
    }

    /** When a broadcast is due, in nanoseconds after the first one. */
    long dueAfter(long number) {
        return (long) (number * (1e9 / rate));
    }

    private static String newToken() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    private static String property(String name, String fallback) {
        return System.getProperty(PREFIX + name, fallback);
    }
}
