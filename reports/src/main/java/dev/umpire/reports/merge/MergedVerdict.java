package dev.umpire.reports.merge;

import dev.umpire.reports.model.Deliveries;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What is wrong with a run that several injectors judged, each its own clients. */
final class MergedVerdict {
    private final Injectors injectors;
    private final List<StreamSum> streams;
    private final Deliveries deliveries;

    MergedVerdict(Injectors injectors, List<StreamSum> streams, Deliveries deliveries) {
        this.injectors = injectors;
        this.streams = streams;
        this.deliveries = deliveries;
    }

    /** Why the run is not clean, or null if it is. */
    @Nullable String problem() {
        return tolerable() ? null : sentence();
    }

    /** What was allowed to be wrong, or null if nothing is. */
    @Nullable String tolerated() {
        return tolerable() ? sentence() : null;
    }

    private boolean tolerable() {
        long others = deliveries.duplicated() + deliveries.disordered() + deliveries.strayed() + deliveries.corrupted();
        return others + sum(StreamSum::surplus) == 0
                && sum(StreamSum::lost) <= injectors.all().get(0).share().maxLost()
                && injectors.all().stream().allMatch(injector -> injector.load().clean());
    }

    private @Nullable String sentence() {
        List<String> counts = new ArrayList<>();
        count(counts, sum(StreamSum::lost), "lost");
        count(counts, deliveries.duplicated(), "duplicated");
        count(counts, deliveries.disordered(), "out of order");
        count(counts, deliveries.strayed(), "to a client that they were not meant for");
        count(counts, deliveries.corrupted(), "with other arguments than were emitted");
        count(counts, sum(StreamSum::surplus), "more than there were clients for");
        List<String> parts = new ArrayList<>();
        if (!counts.isEmpty()) {
            parts.add("of " + sum(StreamSum::owed) + " deliveries, warm-up included: " + String.join(", ", counts));
        }
        for (InjectorResults injector : injectors.all()) {
            String problem = injector.load().problem();
            if (problem != null) {
                parts.add(injector.share().words() + ": " + problem);
            }
        }
        return parts.isEmpty() ? null : String.join("; ", parts);
    }

    private static void count(List<String> counts, long number, String what) {
        if (number > 0) {
            counts.add(number + " " + what);
        }
    }

    private long sum(ToLongFunction<StreamSum> part) {
        return streams.stream().mapToLong(part).sum();
    }
}
