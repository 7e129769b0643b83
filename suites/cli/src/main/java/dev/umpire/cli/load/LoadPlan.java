package dev.umpire.cli.load;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One round of one load scenario against one target.
 *
 * @param scenario name of the scenario, such as {@code fan-out}
 * @param target name of the target in the results
 * @param url address of its Socket.IO endpoint, with the path
 * @param round which of several equal runs it is, from 1
 * @param receivers number of clients that receive
 * @param emitters number of clients that cause broadcasts, where the scenario has more than one
 * @param rooms number of rooms over which the receivers are spread, where the scenario has rooms
 * @param wires over which transports the clients talk
 * @param rate broadcasts per second, of all emitters together; where there is a ramp, in its first step
 * @param warmUp time before measuring, at the same rate
 * @param duration time for which is measured; a ramp measures its steps instead
 * @param payload characters (or bytes, where the scenario is binary) in each broadcast
 * @param maxLost deliveries that may be lost without spoiling the verdict; the engine then says so in the result
 * @param ramp how the rate is raised, or null if it stays
 * @param injector which part of the clients this process plays, or null if it plays all of them
 * @param process the server's process where it runs on this machine and apart from this one, for its CPU and memory
 * @param out result folder; the engine may put files of its own under it
 */
public record LoadPlan(
        String scenario,
        String target,
        URI url,
        int round,
        int receivers,
        int emitters,
        int rooms,
        Wires wires,
        double rate,
        Duration warmUp,
        Duration duration,
        int payload,
        long maxLost,
        @Nullable Ramp ramp,
        @Nullable Injector injector,
        @Nullable ProcessHandle process,
        Path out) {
    /** So many broadcasts can be accounted for one by one, as they must be among injectors. */
    public static final long MOST_SHARED = 1 << 20;

    static final double GREATEST_RATE = 1_000_000;

    /** Checks that the plan can be carried out. */
    public LoadPlan {
        require(round > 0, "rounds are counted from 1, not " + round);
        require(receivers > 0, "there must be at least 1 receiver, not " + receivers);
        require(emitters > 0, "there must be at least 1 emitter, not " + emitters);
        require(rooms > 0, "there must be at least 1 room, not " + rooms);
        require(
                rooms <= receivers,
                "there must be a receiver for each room, but there are " + rooms + " rooms and " + receivers
                        + " receivers");
        require(
                rate > 0 && rate <= GREATEST_RATE,
                "the rate must be above 0 and at most 1000000 per second, not " + rate);
        require(!warmUp.isNegative(), "the warm-up must not be negative");
        require(!duration.isNegative() && !duration.isZero(), "the duration must be above 0");
        require(payload >= 0, "the payload must not be negative, but was " + payload);
        require(maxLost >= 0, "the number of deliveries that may be lost must not be negative, but was " + maxLost);
        require(
                broadcasts(ramp == null ? duration : ramp.step(), rate) > 0,
                "at this rate the duration is too short for a single broadcast");
        require(
                ramp == null || ramp.to() >= rate,
                "the ramp must end at the rate where it begins or above, not below it");
        require(
                injector == null || receivers >= injector.injectors(),
                "there must be a receiver for each injector, but there are fewer: " + receivers);
        require(
                injector == null || broadcasts(warmUp, rate) + broadcasts(duration, rate) <= MOST_SHARED,
                "injectors can share at most " + MOST_SHARED + " broadcasts: lower the rate or the duration");
    }

    /** Broadcasts before measuring. */
    public long warmUpBroadcasts() {
        return broadcasts(warmUp, rate);
    }

    /** Broadcasts that are measured, where the rate stays. */
    public long measuredBroadcasts() {
        return broadcasts(duration, rate);
    }

    /** About how many receivers this process plays. */
    public int receiversHere() {
        return injector == null ? receivers : receivers / injector.injectors();
    }

    private static long broadcasts(Duration time, double rate) {
        return Math.round(time.toNanos() / 1e9 * rate);
    }

    static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
