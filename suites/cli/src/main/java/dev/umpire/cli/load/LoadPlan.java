package dev.umpire.cli.load;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * One load scenario against one target.
 *
 * @param scenario name of the scenario, such as {@code fan-out}
 * @param target name of the target in the results
 * @param url address of its Socket.IO endpoint, with the path
 * @param receivers number of clients that receive
 * @param rate broadcasts per second
 * @param warmUp time before measuring, at the same rate
 * @param duration time for which is measured
 * @param payload characters of the text that each broadcast carries
 * @param out result folder; the engine may put files of its own under it
 */
public record LoadPlan(
        String scenario,
        String target,
        URI url,
        int receivers,
        double rate,
        Duration warmUp,
        Duration duration,
        int payload,
        Path out) {

    /** Checks that the plan can be carried out. */
    public LoadPlan {
        require(receivers > 0, "there must be at least 1 receiver, not " + receivers);
        require(rate > 0 && rate <= 1_000_000, "the rate must be above 0 and at most 1000000 per second, not " + rate);
        require(!warmUp.isNegative(), "the warm-up must not be negative");
        require(!duration.isNegative() && !duration.isZero(), "the duration must be above 0");
        require(payload >= 0, "the payload must not be negative, but was " + payload);
        require(broadcasts(duration, rate) > 0, "at this rate the duration is too short for a single broadcast");
    }

    /** Broadcasts before measuring. */
    public long warmUpBroadcasts() {
        return broadcasts(warmUp, rate);
    }

    /** Broadcasts that are measured. */
    public long measuredBroadcasts() {
        return broadcasts(duration, rate);
    }

    private static long broadcasts(Duration time, double rate) {
        return Math.round(time.toNanos() / 1e9 * rate);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
