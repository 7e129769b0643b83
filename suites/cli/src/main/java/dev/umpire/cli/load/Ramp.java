package dev.umpire.cli.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How a load is raised, step by step, until the target no longer holds: a step whose p99 of the delivery latency is
 * above the limit, in which a delivery is lost, or that falls behind, ends the ramp.
 *
 * @param to broadcasts per second of the last step, if nothing breaks before
 * @param factor what each step's rate is multiplied by for the next
 * @param step how long each rate is kept
 * @param p99 greatest 99th percentile of the delivery latency that still counts as held
 */
public record Ramp(double to, double factor, Duration step, Duration p99) {

    /** Checks that such a ramp rises and ends. */
    public Ramp {
        LoadPlan.require(
                to > 0 && to <= LoadPlan.GREATEST_RATE,
                "the ramp must end above 0 and at most at 1000000 per second, not at " + to);
        LoadPlan.require(
                factor >= 1.01 && factor <= 100,
                "a step of the ramp must be 1.01 to 100 times the last, not " + factor);
        LoadPlan.require(!step.isNegative() && !step.isZero(), "a step of the ramp must be longer than 0");
        LoadPlan.require(!p99.isNegative() && !p99.isZero(), "the ramp's limit of p99 must be above 0");
    }

    /**
     * The rates of its steps, in broadcasts per second; {@link #to} is the last.
     *
     * @param from the rate of the first step
     */
    public List<Double> rates(double from) {
        List<Double> rates = new ArrayList<>();
        for (double rate = from; rate < to; rate *= factor) {
            rates.add(rate);
        }
        rates.add(to);
        return List.copyOf(rates);
    }
}
