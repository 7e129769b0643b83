package dev.umpire.cli.load;

import java.util.Locale;

/** Figures as people read them. */
final class FigureText {
    private FigureText() {}

    static String rate(Rounds rounds) {
        String figure = number(rounds.perSecond()) + " per second";
        return rounds.limitedByTheHarness() ? figure + " (limited by the harness)" : figure;
    }

    static String ratio(double now, double before) {
        return String.format(Locale.ROOT, ", %.2f times", now / before);
    }

    static String millis(double micros) {
        return number(micros / 1000) + " ms";
    }

    /** Whole from 1000 on, and below with as much of the fraction as matters. */
    static String number(double value) {
        String text = String.format(Locale.ROOT, value >= 1000 ? "%.0f" : "%.3f", value);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }
}
