package dev.umpire.cli.load;

import java.util.Locale;

/** Figures that are held against a limit: exact enough to show on which side of it they are. */
final class FigureText {
    private FigureText() {}

    static String perSecond(double value, boolean limitedByTheHarness) {
        return number(value) + " per second" + (limitedByTheHarness ? " (limited by the harness)" : "");
    }

    static String ratio(double now, double before, String beforeInWords) {
        return String.format(Locale.ROOT, ", %.3f times %s", now / before, beforeInWords);
    }

    static String millis(double micros) {
        return number(micros / 1000) + " ms";
    }

    /** Whole from 1000 on, and below with as much of the fraction as there is, to three decimals. */
    static String number(double value) {
        String text = String.format(Locale.ROOT, value >= 1000 ? "%.0f" : "%.3f", value);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }
}
