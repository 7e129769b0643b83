package dev.umpire.reports.merge;

import dev.umpire.reports.model.Ceiling;
import dev.umpire.reports.model.Deliveries;
import dev.umpire.reports.model.LoadResult;
import dev.umpire.reports.model.LoadWork;
import dev.umpire.reports.model.Usage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Puts the results of all injectors of a run together, as if one had measured all of it. */
final class Merger {
    private static final int DIGITS = 3;

    private final Injectors injectors;
    private final List<StreamSum> streams;
    private final Histogram delivery;
    private final double seconds;

    Merger(Injectors injectors) throws IOException {
        this.injectors = injectors;
        this.streams = injectors.streams();
        this.delivery = sum(loads().map(load -> load.delivery().histogram()).toList());
        this.seconds = loads().mapToDouble(load -> load.work().seconds()).max().orElse(0);
    }

    /** The result of all of them. */
    LoadResult merged() {
        LoadResult first = injectors.all().get(0).load();
        LoadWork work = first.work();
        Deliveries deliveries = deliveries();
        MergedVerdict verdict = new MergedVerdict(injectors, streams, deliveries);
        return new LoadResult(
                first.target(),
                first.scenario(),
                first.round(),
                new LoadWork(work.receivers(), work.emitters(), work.rate(), seconds, work.payload()),
                deliveries,
                Latencies.of(fanOuts()),
                Latencies.of(delivery),
                timeline(),
                List.of(),
                null,
                server(),
                harness(),
                ceiling(),
                null,
                verdict.problem(),
                verdict.tolerated());
    }

    private Deliveries deliveries() {
        long arrived = delivery.getTotalCount();
        return new Deliveries(
                streams.stream().mapToLong(StreamSum::broadcasts).sum(),
                streams.stream().mapToLong(StreamSum::expected).sum(),
                arrived,
                streams.stream().mapToLong(StreamSum::missed).sum(),
                sum(Deliveries::duplicated),
                sum(Deliveries::disordered),
                sum(Deliveries::strayed),
                sum(Deliveries::corrupted),
                seconds > 0 ? arrived / seconds : 0);
    }

    private Histogram fanOuts() {
        Histogram all = new Histogram(DIGITS);
        streams.forEach(stream -> all.add(stream.fanOuts()));
        return all;
    }

    private List<LoadResult.Point> timeline() {
        int length = injectors.all().stream()
                .mapToInt(injector -> injector.share().seconds().size())
                .max()
                .orElse(0);
        List<LoadResult.Point> timeline = new ArrayList<>();
        for (int second = 0; second < length; second++) {
            int at = second;
            Histogram all = sum(injectors.all().stream()
                    .map(injector -> injector.share().seconds())
                    .filter(those -> those.size() > at)
                    .map(those -> those.get(at))
                    .toList());
            timeline.add(new LoadResult.Point(
                    second,
                    all.getTotalCount(),
                    all.getValueAtPercentile(50),
                    all.getValueAtPercentile(99),
                    all.getValueAtPercentile(99.9),
                    all.getMaxValue()));
        }
        return timeline;
    }

    // The server's process is on one machine: whoever is there with it sees all of it.
    private @Nullable Usage server() {
        return present(LoadResult::server)
                .findFirst()
                .map(usage -> usage(usage.cpuSeconds(), usage.residentBytes()))
                .orElse(null);
    }

    private @Nullable Usage harness() {
        List<Usage> usages = present(LoadResult::harness).toList();
        return usages.size() < injectors.all().size()
                ? null
                : usage(
                        usages.stream().mapToDouble(Usage::cpuSeconds).sum(),
                        usages.stream().mapToLong(Usage::residentBytes).sum());
    }

    private Usage usage(double cpuSeconds, long residentBytes) {
        return new Usage(cpuSeconds, cpuSeconds * 1e6 / Math.max(1, delivery.getTotalCount()), residentBytes);
    }

    /** All of them together receive no more than the one does that comes to its own ceiling first. */
    private @Nullable Ceiling ceiling() {
        double least = Double.MAX_VALUE;
        boolean limiting = false;
        for (LoadResult load : loads().toList()) {
            Ceiling ceiling = load.ceiling();
            if (ceiling == null || load.deliveries().arrived() == 0) {
                return null;
            }
            double part = (double) load.deliveries().arrived() / delivery.getTotalCount();
            least = Math.min(least, ceiling.perSecond() / part);
            limiting |= ceiling.limiting();
        }
        return new Ceiling(least, limiting || delivery.getTotalCount() / seconds >= Ceiling.LIMITING * least);
    }

    private <T> Stream<T> present(Function<LoadResult, @Nullable T> part) {
        return loads().map(part).filter(Objects::nonNull).map(Objects::requireNonNull);
    }

    private Stream<LoadResult> loads() {
        return injectors.all().stream().map(InjectorResults::load);
    }

    private long sum(ToLongFunction<Deliveries> count) {
        return loads().map(LoadResult::deliveries).mapToLong(count).sum();
    }

    private static Histogram sum(List<String> histograms) {
        Histogram all = new Histogram(DIGITS);
        histograms.stream().map(Latencies::decoded).forEach(all::add);
        return all;
    }
}
