package dev.umpire.cli.load;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * One of several processes, as a rule on several machines, that load one server together: each plays a part of the
 * clients, and all of them keep to the schedule that begins at the same instant.
 *
 * @param run what all of them call the run; it is part of its events' names, so that all speak of the same events
 * @param number which of them it is, from 1 on; the first one plays all clients that emit
 * @param injectors how many there are
 * @param start when the first broadcast is due, by the clocks of all of them
 */
public record Injector(String run, int number, int injectors, Instant start) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    private static final int MOST = 1_000;

    /** Checks that there can be such an injector. */
    public Injector {
        LoadPlan.require(
                NAME.matcher(run).matches(),
                "the name of the run must be 1 to 40 letters, digits, - and _, not \"" + run + "\"");
        LoadPlan.require(injectors > 0 && injectors <= MOST, "there must be 1 to 1000 injectors, not " + injectors);
        LoadPlan.require(
                number > 0 && number <= injectors,
                "injectors are counted from 1 to " + injectors + ", there is no number " + number);
    }

    /** How long it is until the first broadcast is due; negative after it. */
    public Duration untilStart() {
        return Duration.between(Instant.now(), start);
    }

    /** Such as {@code injector 2 of 3}. */
    public String words() {
        return "injector " + number + " of " + injectors;
    }
}
