package dev.umpire.cli.load;

import java.io.PrintWriter;
import java.util.Locale;

/** Says once a second how a round goes, each line beginning with what it is a round of. */
final class ProgressLines implements LoadProgress {
    private final PrintWriter out;
    private final String label;

    ProgressLines(PrintWriter out, String label) {
        this.out = out;
        this.label = label;
    }

    @Override
    public void at(Moment moment) {
        StringBuilder line = new StringBuilder(label)
                .append(": ")
                .append(words(moment.phase()))
                .append(String.format(
                        Locale.ROOT,
                        ", %.0f deliveries/s, %d so far",
                        moment.deliveriesPerSecond(),
                        moment.delivered()));
        if (moment.p99() > 0) {
            line.append(String.format(Locale.ROOT, ", p99 %.1f ms", moment.p99() / 1000.0));
        }
        line.append(", ").append(moment.missing()).append(" missing");
        if (moment.faults() > 0) {
            line.append(", ").append(moment.faults()).append(" wrong");
        }
        line.append(String.format(Locale.ROOT, ", %.0f s left", moment.left().toMillis() / 1000.0));
        out.println(line);
        out.flush();
    }

    private static String words(Phase phase) {
        return switch (phase) {
            case WARMING_UP -> "warming up";
            case MEASURING -> "measuring";
            case DRAINING -> "waiting for the last deliveries";
        };
    }
}
