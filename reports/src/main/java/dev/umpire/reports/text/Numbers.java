package dev.umpire.reports.text;

import java.util.Locale;

/** Numbers as people read them, the same on every machine. */
public final class Numbers {
    private Numbers() {}

    /** A count with its thousands apart. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A rate: whole from 10 on, otherwise with up to two decimals. */
    public static String rate(double value) {
        return value >= 10 || value == Math.rint(value)
                ? count(Math.round(value))
                : String.format(Locale.ROOT, "%.2f", value);
    }

    /** A number with its noun in the right form, such as {@code 1 rule} and {@code 2 rules}. */
    public static String plural(long value, String noun) {
        return count(value) + " " + noun + (value == 1 ? "" : "s");
    }

    /** A latency in microseconds with a fitting unit. */
    public static String micros(long micros) {
        if (micros < 1000) {
            return micros + " µs";
        }
        if (micros < 1_000_000) {
            return String.format(Locale.ROOT, micros < 100_000 ? "%.2f ms" : "%.0f ms", micros / 1000.0);
        }
        return String.format(Locale.ROOT, "%.2f s", micros / 1_000_000.0);
    }

    /** CPU time in microseconds: three digits are more than a measurement bears. */
    public static String cpuMicros(double micros) {
        if (micros >= 1000) {
            return micros(Math.round(micros));
        }
        return String.format(Locale.ROOT, micros < 10 ? "%.2f µs" : micros < 100 ? "%.1f µs" : "%.0f µs", micros);
    }

    /** A size in bytes with a fitting unit. */
    public static String bytes(long bytes) {
        if (bytes < 10_000) {
            return count(bytes) + " B";
        }
        return bytes < 10_000_000 ? count(bytes / 1000) + " kB" : count(bytes / 1_000_000) + " MB";
    }

    /** From the least to the greatest, the unit once if they share it, as in {@code 1.19 – 1.22 ms}. */
    public static String range(String least, String greatest) {
        String unit = unit(least);
        return (unit.equals(unit(greatest)) ? least.substring(0, least.length() - unit.length()) : least) + " – "
                + greatest;
    }

    private static String unit(String number) {
        return number.replaceFirst("^.*\\d", "");
    }

    /** How many times as large one figure is as another: two decimals, more where they would say 0. */
    public static String times(double ratio) {
        if (ratio >= 100) {
            return count(Math.round(ratio)) + "×";
        }
        return String.format(Locale.ROOT, ratio >= 10 ? "%.1f×" : ratio >= 0.095 ? "%.2f×" : "%.3f×", ratio);
    }
}
