package dev.umpire.reports.load;

import dev.umpire.reports.model.Knee;
import dev.umpire.reports.model.Latency;
import dev.umpire.reports.model.LoadResult;
import dev.umpire.reports.model.Step;
import dev.umpire.reports.model.Usage;
import dev.umpire.reports.text.Numbers;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What servers are compared by, in the order in which people read it. */
public enum LoadFigure {
    /** The highest rate of a ramp that was held, in broadcasts per second. */
    KNEE("kneePerSecond", "Held up to"),
    /** Deliveries per second. */
    PER_SECOND("deliveriesPerSecond", "Deliveries /s"),
    /** Median of the time from emit to each delivery, in microseconds. */
    DELIVERY_P50("deliveryP50Micros", "p50"),
    /** 99th percentile of the same. */
    DELIVERY_P99("deliveryP99Micros", "p99"),
    /** 99.9th percentile of the same. */
    DELIVERY_P999("deliveryP999Micros", "p99.9"),
    /** 99th percentile of the time from emit to the last delivery, in microseconds. */
    FAN_OUT_P99("fanOutP99Micros", "Fan-out p99"),
    /** CPU time of the server's process for each delivery, in microseconds. */
    CPU("cpuMicrosPerDelivery", "CPU per delivery"),
    /** The greatest resident memory of the server's process, in bytes. */
    MEMORY("residentBytes", "Memory");

    private final String key;
    private final String label;

    LoadFigure(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** Its name for programs, which ends with its unit. */
    public String key() {
        return key;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    /**
     * The figure of one round; empty if that round has none. Deliveries and latencies of a ramp are those of the
     * highest rate that was held: beyond its knee, a server's figures say how hard it was overloaded.
     */
    public OptionalDouble of(LoadResult load) {
        Knee knee = load.knee();
        return switch (this) {
            case KNEE -> present(knee == null ? null : knee.rate());
            case PER_SECOND ->
                knee == null
                        ? OptionalDouble.of(load.deliveries().perSecond())
                        : held(load, knee, LoadFigure::perSecond);
            case DELIVERY_P50, DELIVERY_P99, DELIVERY_P999 ->
                knee == null ? percentile(load.delivery()) : held(load, knee, step -> percentile(step.delivery()));
            case FAN_OUT_P99 -> knee == null ? percentile(load.fanOut()) : OptionalDouble.empty();
            case CPU, MEMORY ->
                load.server() == null
                        ? OptionalDouble.empty()
                        : usage(load.server(), load.deliveries().arrived());
        };
    }

    private static OptionalDouble held(LoadResult load, Knee knee, Function<Step, OptionalDouble> figure) {
        return load.steps().stream()
                .filter(step -> step.held() && step.rate() <= knee.rate())
                .max(Comparator.comparingDouble(Step::rate))
                .map(figure)
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble perSecond(Step step) {
        return present(step.seconds() > 0 ? step.arrived() / step.seconds() : null);
    }

    // Of nothing that arrived there is no latency.
    private OptionalDouble percentile(Latency latency) {
        if (latency.count() == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                switch (this) {
                    case DELIVERY_P50 -> (double) latency.p50();
                    case DELIVERY_P999 -> (double) latency.p999();
                    default -> (double) latency.p99();
                });
    }

    private OptionalDouble usage(Usage usage, long arrived) {
        if (this == CPU) {
            return present(arrived == 0 ? null : usage.cpuMicrosPerDelivery());
        }
        return present(usage.residentBytes() < 0 ? null : (double) usage.residentBytes());
    }

    /** A value of it for people, with its unit unless its label names that. */
    public String text(double value) {
        return switch (this) {
            case KNEE -> Numbers.rate(value) + " /s";
            case PER_SECOND -> Numbers.rate(value);
            case DELIVERY_P50, DELIVERY_P99, DELIVERY_P999, FAN_OUT_P99 -> Numbers.micros(Math.round(value));
            case CPU -> Numbers.cpuMicros(value);
            case MEMORY -> Numbers.bytes(Math.round(value));
        };
    }

    private static OptionalDouble present(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
