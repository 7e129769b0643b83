package dev.umpire.reports.html;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/**
 * Lines over seconds, measured out for a drawing of {@link #WIDTH} by {@link #HEIGHT} units whose origin is the top
 * left of the plot.
 *
 * @param lines the lines' points, the most important line first
 * @param rows marks of the value axis
 * @param columns marks of the time axis
 */
public record Chart(List<List<Spot>> lines, List<Tick> rows, List<Tick> columns) {
    static final int WIDTH = 480;
    static final int HEIGHT = 110;

    /** A point in the drawing. */
    public record Spot(double x, double y) {}

    /** A mark of an axis. */
    public record Tick(double at, String label) {}

    /** Width of the plot. */
    public int width() {
        return WIDTH;
    }

    /** Height of the plot. */
    public int height() {
        return HEIGHT;
    }

    static Chart of(List<Long> seconds, List<List<Long>> series, LongFunction<String> label) {
        long first = seconds.get(0);
        long span = Math.max(1, seconds.get(seconds.size() - 1) - first);
        long most = series.stream()
                .flatMap(List::stream)
                .mapToLong(Long::longValue)
                .max()
                .orElse(1);
        long step = niceStep(Math.max(1, most), 3);
        long top = Math.max(step, (most + step - 1) / step * step);
        List<List<Spot>> lines = series.stream()
                .map(values -> IntStream.range(0, values.size())
                        .mapToObj(i -> new Spot(
                                round(WIDTH * (double) (seconds.get(i) - first) / span),
                                round(HEIGHT - HEIGHT * (double) values.get(i) / top)))
                        .toList())
                .toList();
        List<Tick> rows = new ArrayList<>();
        for (long value = 0; value <= top; value += step) {
            rows.add(new Tick(round(HEIGHT - HEIGHT * (double) value / top), label.apply(value)));
        }
        List<Tick> columns = new ArrayList<>();
        long stride = niceStep(span, 6);
        for (long second = 0; second <= span; second += stride) {
            columns.add(new Tick(round(WIDTH * (double) second / span), (first + second) + " s"));
        }
        return new Chart(lines, rows, columns);
    }

    /** The smallest of 1, 2, 5, 10, 20, 50, … that needs at most so many steps to reach a value. */
    static long niceStep(long value, int steps) {
        for (long power = 1; ; power *= 10) {
            for (long factor : new long[] {1, 2, 5}) {
                if (factor * power * steps >= value) {
                    return factor * power;
                }
            }
        }
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
