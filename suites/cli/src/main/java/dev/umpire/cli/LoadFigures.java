package dev.umpire.cli;

import dev.umpire.reports.model.LoadResult;
import java.util.Locale;

/** The figures of a load result on a line. */
final class LoadFigures {
    private LoadFigures() {}

    static String line(LoadResult load) {
        String figures = String.format(
                Locale.ROOT,
                "%s: %s %s, %d of %d deliveries, %.0f per second, %d lost, %d duplicated, %d disordered, %d strayed; "
                        + "delivery p50 %s, p99 %s, p99.9 %s; fan-out p50 %s, p99 %s",
                load.target(),
                load.scenario(),
                load.clean() ? "clean" : "NOT CLEAN",
                load.deliveries().arrived(),
                load.deliveries().expected(),
                load.deliveries().perSecond(),
                load.deliveries().lost(),
                load.deliveries().duplicated(),
                load.deliveries().disordered(),
                load.deliveries().strayed(),
                millis(load.delivery().p50()),
                millis(load.delivery().p99()),
                millis(load.delivery().p999()),
                millis(load.fanOut().p50()),
                millis(load.fanOut().p99()));
        return load.problem() == null ? figures : figures + System.lineSeparator() + "  " + load.problem();
    }

    private static String millis(long micros) {
        return String.format(Locale.ROOT, "%.2f ms", micros / 1000.0);
    }
}
