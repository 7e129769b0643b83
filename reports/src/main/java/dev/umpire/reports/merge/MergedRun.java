package dev.umpire.reports.merge;

import dev.umpire.reports.model.LoadExpectation;
import dev.umpire.reports.model.LoadResult;
import dev.umpire.reports.model.ResultEvent;
import dev.umpire.reports.model.ResultLog;
import dev.umpire.reports.model.TargetInfo;
import dev.umpire.reports.model.UnreadableResultsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A run of several injectors as one.
 *
 * @param info the server, or null if it told nothing of itself
 * @param load what all injectors measured together
 * @param remark how exact the latencies are
 */
public record MergedRun(@Nullable TargetInfo info, LoadResult load, String remark) {
    /**
     * Puts the results of all injectors of a run together.
     *
     * @param folders their result folders, in any order
     * @throws UnreadableResultsException if they are not those of one run, all of them and each once
     * @throws IOException if reading fails
     */
    public static MergedRun of(List<Path> folders) throws IOException {
        Injectors injectors = Injectors.read(folders);
        try {
            return new MergedRun(injectors.all().get(0).info(), new Merger(injectors).merged(), remark(injectors));
        } catch (IllegalArgumentException e) {
            throw new UnreadableResultsException(
                    "The results of an injector were changed or damaged after the run: " + e.getMessage(), e);
        }
    }

    /** Writes it down as the results of a run that began so, beside what was expected of it. */
    public void write(ResultEvent.RunStarted start, List<LoadExpectation> expectations, ResultLog log) {
        long millis = Math.round(load.work().seconds() * 1_000);
        log.append(start);
        if (info != null) {
            log.append(new ResultEvent.TargetStarted(info));
        }
        log.append(new ResultEvent.Remarked(remark));
        log.append(new ResultEvent.LoadFinished(load));
        expectations.forEach(expectation -> log.append(new ResultEvent.LoadExpected(expectation)));
        log.append(new ResultEvent.TargetFinished(load.target(), millis, null));
        log.append(new ResultEvent.RunFinished(millis));
    }

    /**
     * The clocks of the injectors show how far they are apart: the fastest deliveries take about as long everywhere.
     */
    private static String remark(Injectors injectors) {
        Share first = injectors.all().get(0).share();
        List<Long> fastest = injectors.all().stream()
                .map(injector -> injector.share().fastest())
                .toList();
        long least = fastest.stream().mapToLong(Long::longValue).min().orElse(0);
        long most = fastest.stream().mapToLong(Long::longValue).max().orElse(0);
        return "Merged from %d injectors of the run %s. The fastest delivery of each took %s by its clock: latencies are exact to about %s if the network is as fast to all.%s"
                .formatted(
                        first.injectors(),
                        first.run(),
                        fastest.stream().map(MergedRun::millis).collect(Collectors.joining(", ")),
                        millis(most - least),
                        least < 0
                                ? " Some arrived before they were due, so that their latencies count as 0: synchronise"
                                        + " the clocks."
                                : "");
    }

    private static String millis(long micros) {
        return String.format(Locale.ROOT, "%.2f ms", micros / 1e3);
    }
}
