package dev.umpire.reports.merge;

import dev.umpire.reports.model.Ceiling;
import dev.umpire.reports.model.Deliveries;
import dev.umpire.reports.model.LoadResult;
import dev.umpire.reports.model.LoadWork;
import dev.umpire.reports.model.ResultEvent;
import dev.umpire.reports.model.ResultLog;
import dev.umpire.reports.model.Usage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What one of several injectors might have measured of a stream of events, none of which is warm-up unless said so. The
 * first injector emits them.
 *
 * @param micros for each event, how long it took to each client of this injector that got it
 * @param warmUp how many events are not measured
 */
record InjectorSketch(
        String run,
        int number,
        int injectors,
        String work,
        int audience,
        int warmUp,
        int[][] micros,
        long emitted,
        long maxLost,
        long duplicated,
        @Nullable Ceiling ceiling,
        @Nullable String problem) {

    /** Injector of two, each of which has two of the four clients. */
    static InjectorSketch of(int number, int[][] micros) {
        return new InjectorSketch(
                "bench", number, 2, "fan-out, 4 receivers", 4, 0, micros, micros.length, 0, 0, null, null);
    }

    InjectorSketch ofRun(String name, int numbered, int of) {
        return new InjectorSketch(
                name, numbered, of, work, audience, warmUp, micros, emitted, maxLost, duplicated, ceiling, problem);
    }

    InjectorSketch working(String other) {
        return new InjectorSketch(
                run,
                number,
                injectors,
                other,
                audience,
                warmUp,
                micros,
                emitted,
                maxLost,
                duplicated,
                ceiling,
                problem);
    }

    InjectorSketch warmedUp(int events) {
        return new InjectorSketch(
                run, number, injectors, work, audience, events, micros, emitted, maxLost, duplicated, ceiling, problem);
    }

    /** So many events were emitted, or due. */
    InjectorSketch emitting(long events) {
        return new InjectorSketch(
                run, number, injectors, work, audience, warmUp, micros, events, maxLost, duplicated, ceiling, problem);
    }

    InjectorSketch tolerating(long lost) {
        return new InjectorSketch(
                run, number, injectors, work, audience, warmUp, micros, emitted, lost, duplicated, ceiling, problem);
    }

    InjectorSketch finding(long duplicates, String what) {
        return new InjectorSketch(
                run, number, injectors, work, audience, warmUp, micros, emitted, maxLost, duplicates, ceiling, what);
    }

    InjectorSketch limitedBy(double perSecond) {
        return new InjectorSketch(
                run,
                number,
                injectors,
                work,
                audience,
                warmUp,
                micros,
                emitted,
                maxLost,
                duplicated,
                new Ceiling(perSecond, false),
                problem);
    }

    /** Writes it as that injector would have; the folder. */
    Path in(Path folder) throws IOException {
        share().write(folder);
        try (ResultLog log = ResultLog.create(folder)) {
            log.append(new ResultEvent.RunStarted(
                    ResultLog.SCHEMA, "1", "2030-01-31T10:00:00Z", List.of(), List.of(), List.of(), List.of()));
            log.append(new ResultEvent.LoadFinished(load()));
            log.append(new ResultEvent.TargetFinished("server", 1_000, null));
            log.append(new ResultEvent.RunFinished(1_000));
        }
        return folder;
    }

    private Share share() {
        int[] clients = IntStream.range(0, (int) emitted)
                .map(event -> event < micros.length ? micros[event].length : 0)
                .toArray();
        int[] took = IntStream.range(0, (int) emitted)
                .map(event -> event < micros.length && event >= warmUp && micros[event].length == audience / 2
                        ? 1 + Arrays.stream(micros[event]).max().orElse(-1)
                        : Completions.NONE)
                .toArray();
        StreamShare stream = new StreamShare(
                0, number == 1, emitted, warmUp, audience, Stretch.of(clients), Completions.encoded(took));
        long fastest = measured().getMinValue();
        return new Share(
                run,
                number,
                injectors,
                work,
                maxLost,
                fastest,
                List.of(stream),
                List.of(Latencies.encoded(measured())));
    }

    private LoadResult load() {
        long arrived = measured().getTotalCount();
        long expected = (emitted - warmUp) * audience / 2;
        return new LoadResult(
                "server",
                "fan-out",
                1,
                new LoadWork(audience, 1, 10, number, 80),
                new Deliveries(
                        emitted - warmUp, expected, arrived, expected - arrived, duplicated, 0, 0, 0, arrived / 1.0),
                Latencies.of(new Histogram(3)),
                Latencies.of(measured()),
                List.of(),
                List.of(),
                null,
                null,
                new Usage(2, 1, 1_000),
                ceiling,
                "gatling/index.html",
                problem,
                null);
    }

    private Histogram measured() {
        Histogram histogram = new Histogram(3);
        Arrays.stream(micros).skip(warmUp).flatMapToInt(Arrays::stream).forEach(histogram::recordValue);
        return histogram;
    }
}
