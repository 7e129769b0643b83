package dev.umpire.gatling.rehearsal;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Many small scenarios of one virtual user each that share a simulation: starting one takes longer than they do. */
public final class Cases {
    private final Map<String, ChainBuilder> chains = new LinkedHashMap<>();
    private final Map<String, Expected> expected = new LinkedHashMap<>();

    /** What the samples of a case have to be. */
    @FunctionalInterface
    public interface Expected {
        /** Throws an assertion error if they are not. */
        void judge(List<Sample> samples) throws Exception;
    }

    /** The samples in lines, as {@link Sample#line()} writes them. */
    public static List<String> linesOf(List<Sample> samples) {
        return samples.stream().map(Sample::line).toList();
    }

    /** Exactly these lines, in this order. */
    public static Expected lines(String... wanted) {
        return samples -> assertThat(linesOf(samples)).containsExactly(wanted);
    }

    /** Waits for what has to happen soon; whether it did. */
    public static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Adds a case. */
    public Cases add(String name, ChainBuilder chain, Expected judge) {
        if (chains.put(name, chain) != null) {
            throw new IllegalArgumentException("there are two cases " + name);
        }
        expected.put(name, judge);
        return this;
    }

    /** Runs all of them at once, and judges each by itself. */
    public Stream<DynamicTest> run() {
        All.CHAINS.set(chains);
        List<Sample> samples = Rehearsal.of(All.class);
        return expected.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> entry.getValue()
                                .judge(samples.stream()
                                        .filter(sample -> sample.scenario().equals(entry.getKey()))
                                        .toList())));
    }

    /** The simulation; Gatling makes it by itself, and it must be public for that. */
    public static final class All extends Simulation {
        private static final AtomicReference<Map<String, ChainBuilder>> CHAINS = new AtomicReference<>(Map.of());

        /** All cases. */
        public All() {
            List<PopulationBuilder> populations = new ArrayList<>();
            CHAINS.get()
                    .forEach((name, chain) ->
                            populations.add(scenario(name).exec(chain).injectOpen(atOnceUsers(1))));
            setUp(populations).protocols(http.disableWarmUp());
        }
    }
}
