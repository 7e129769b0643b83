package dev.umpire.reports;

import dev.umpire.reports.model.Ceiling;
import dev.umpire.reports.model.Deliveries;
import dev.umpire.reports.model.Knee;
import dev.umpire.reports.model.Latency;
import dev.umpire.reports.model.LoadExpectation;
import dev.umpire.reports.model.LoadResult;
import dev.umpire.reports.model.LoadResult.Point;
import dev.umpire.reports.model.LoadWork;
import dev.umpire.reports.model.ResultEvent;
import dev.umpire.reports.model.ResultLog;
import dev.umpire.reports.model.Step;
import dev.umpire.reports.model.Usage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Realistic result folders of load runs; a seed moves the figures by a little and the verdicts not at all. */
public final class SampleLoads {
    private static final int SECONDS = 30;
    private static final double CEILING = 412_000;

    private SampleLoads() {}

    /** Two targets under one scenario and a single round, one of which loses deliveries. */
    static Path two(Path folder, long seed) throws IOException {
        try (ResultLog log = SampleRuns.start(folder, seed, "load", "--server", "embedded", "--server", "node")) {
            for (String name : List.of("embedded", "node")) {
                log.append(new ResultEvent.TargetStarted(SampleRuns.info(name, null, "umpire", seed)));
                log.append(new ResultEvent.LoadFinished(
                        name.equals("embedded")
                                ? result(name, "fan-out", 1, 1, null, seed)
                                : result(name, "fan-out", 1, 2.7, "38 deliveries were lost.", seed)));
                log.append(new ResultEvent.TargetFinished(name, 33_000 + seed, null));
            }
            log.append(new ResultEvent.RunFinished(70_000 + seed));
        }
        return folder;
    }

    /** One target that meets what is expected. */
    public static Path one(Path folder, long seed) throws IOException {
        return one(folder, seed, true);
    }

    /** One target that does not, though it delivers cleanly. */
    public static Path unmet(Path folder, long seed) throws IOException {
        return one(folder, seed, false);
    }

    /** One target of which a loss is tolerated. */
    static Path tolerated(Path folder, long seed) throws IOException {
        LoadResult lossy = result("reference", "storm", 1, 1, "38 deliveries were lost.", seed);
        try (ResultLog log = SampleRuns.start(folder, seed, "load", "--server", "reference", "--max-lost", "50")) {
            log.append(new ResultEvent.LoadFinished(new LoadResult(
                    lossy.target(),
                    lossy.scenario(),
                    lossy.round(),
                    lossy.work(),
                    lossy.deliveries(),
                    lossy.fanOut(),
                    lossy.delivery(),
                    lossy.timeline(),
                    lossy.steps(),
                    lossy.knee(),
                    lossy.server(),
                    lossy.harness(),
                    lossy.ceiling(),
                    null,
                    null,
                    lossy.problem())));
            log.append(new ResultEvent.TargetFinished("reference", 33_000 + seed, null));
            log.append(new ResultEvent.RunFinished(70_000 + seed));
        }
        return folder;
    }

    private static Path one(Path folder, long seed, boolean met) throws IOException {
        try (ResultLog log = SampleRuns.start(folder, seed, "load", "--server", "reference")) {
            log.append(new ResultEvent.TargetStarted(SampleRuns.info("reference", null, "umpire", seed)));
            log.append(new ResultEvent.LoadFinished(result("reference", "storm", 1, 1, null, seed)));
            log.append(new ResultEvent.LoadFinished(ramp("reference", 1, 1, seed)));
            log.append(expected("reference", "storm", "p99 delivery at most 50 ms", "1.76 ms", met));
            log.append(new ResultEvent.TargetFinished("reference", 33_000 + seed, null));
            log.append(new ResultEvent.RunFinished(70_000 + seed));
        }
        return folder;
    }

    /** Three targets under two scenarios in three rounds, by turns; the harness limits the first. */
    public static Path compared(Path folder, long seed) throws IOException {
        List<String> names = List.of("reference", "node", "netty-socketio");
        List<Double> slowness = List.of(1.0, 2.7, 1.6);
        try (ResultLog log = SampleRuns.start(folder, seed, "load", "--scenario", "fan-out,ramp", "--rounds", "3")) {
            for (String name : names) {
                log.append(new ResultEvent.TargetStarted(SampleRuns.info(name, null, "umpire", seed)));
            }
            for (int round = 1; round <= 3; round++) {
                for (int i = 0; i < names.size(); i++) {
                    String problem = i == 2 && round == 2 ? "12 deliveries were lost." : null;
                    log.append(new ResultEvent.LoadFinished(
                            result(names.get(i), "fan-out", round, slowness.get(i), problem, seed)));
                    log.append(new ResultEvent.LoadFinished(ramp(names.get(i), round, slowness.get(i), seed)));
                }
            }
            log.append(expected("reference", "fan-out", "p99 delivery at most 5 ms", "1.76 ms", true));
            log.append(expected("node", "fan-out", "p99 delivery at most 4 ms", "4.75 ms", false));
            names.forEach(name -> log.append(new ResultEvent.TargetFinished(name, 90_000 + seed, null)));
            log.append(new ResultEvent.RunFinished(290_000 + seed));
        }
        return folder;
    }

    /** One round of a scenario that is slower than the fastest by a factor. */
    public static LoadResult result(
            String target, String scenario, int round, double slow, @Nullable String problem, long seed) {
        long lost = problem == null ? 0 : 38;
        double perSecond = (339_000 + 1500 * round + seed) / slow;
        return new LoadResult(
                target,
                scenario,
                round,
                new LoadWork(1000, 1, 10, SECONDS, 80),
                new Deliveries(300, 300_000, 300_000 - lost, lost, 0, lost == 0 ? 0 : 2, 0, 0, perSecond),
                latency((long) (3100 * slow) + 20L * round + seed),
                latency((long) (440 * slow) + 5L * round + seed),
                timeline(slow, perSecond, new Random(seed + round + target.hashCode())),
                List.of(),
                null,
                // The embedded server has no process of its own.
                target.equals("embedded")
                        ? null
                        : new Usage(12.5 * slow, 3.4 * slow + 0.05 * round, (long) (180_000_000 / slow)),
                new Usage(9.1, 1.2, 400_000_000),
                new Ceiling(CEILING, perSecond >= 0.8 * CEILING),
                problem == null ? "gatling/" + target + "/index.html" : null,
                problem,
                null);
    }

    /** One round of a ramp. */
    public static LoadResult ramp(String target, int round, double slow, long seed) {
        List<Step> steps = new ArrayList<>();
        double knee = 0;
        for (double rate = 50; steps.isEmpty() || steps.get(steps.size() - 1).held(); rate *= 1.5) {
            double busy = Math.min(0.98, rate * slow / 2000);
            long p50 = (long) (300 * slow / (1 - busy)) + 4L * round;
            boolean held = p50 * 4 < 40_000 * (busy < 0.97 ? 1 : 0.001);
            knee = held ? rate : knee;
            steps.add(new Step(
                    rate, 5, (long) (5000 * rate), (long) (5000 * rate * (held ? 1 : 0.7)), latency(p50), held));
        }
        LoadResult plain = result(target, "ramp", round, slow, null, seed);
        return new LoadResult(
                target,
                "ramp",
                round,
                plain.work(),
                plain.deliveries(),
                plain.fanOut(),
                plain.delivery(),
                plain.timeline(),
                steps,
                new Knee(knee, "p99 delivery was 61 ms, above 50 ms"),
                plain.server(),
                plain.harness(),
                null,
                null,
                null,
                null);
    }

    private static List<Point> timeline(double slow, double perSecond, Random random) {
        return LongStream.rangeClosed(0, SECONDS)
                .mapToObj(second -> {
                    long peak = second == 17 ? (long) (9000 * slow) : 0;
                    return new Point(
                            second,
                            second == SECONDS ? 40 : (long) perSecond + random.nextInt(8000) - peak,
                            (long) (420 * slow + random.nextInt(90)),
                            (long) (1900 * slow + random.nextInt(900) + peak),
                            (long) (3100 * slow + random.nextInt(1500) + peak),
                            (long) (5200 * slow + random.nextInt(4000) + peak));
                })
                .toList();
    }

    private static Latency latency(long p50) {
        return new Latency(300_000, p50 * 1.2, p50, p50 * 2, p50 * 4, p50 * 7, p50 * 11, "HISTFAAAAB0");
    }

    private static ResultEvent expected(String target, String scenario, String wanted, String observed, boolean met) {
        return new ResultEvent.LoadExpected(new LoadExpectation(target, scenario, wanted, observed, met));
    }
}
