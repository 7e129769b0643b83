package dev.umpire.reports.html;

import dev.umpire.reports.html.Plot.Kind;
import dev.umpire.reports.html.Plot.Line;
import dev.umpire.reports.html.Plot.Unit;
import dev.umpire.reports.load.Climb;
import dev.umpire.reports.load.LoadComparison;
import dev.umpire.reports.load.LoadEntry;
import dev.umpire.reports.load.LoadFigure;
import dev.umpire.reports.load.Timeline;
import dev.umpire.reports.model.LoadResult.Point;
import dev.umpire.reports.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The charts of one load scenario, those without data left out. */
final class Plots {
    private static final List<Percentile> PERCENTILES = List.of(
            new Percentile("p50", Point::p50, Climb::p50),
            new Percentile("p99", Point::p99, Climb::p99),
            new Percentile("p99.9", Point::p999, Climb::p999));

    private final List<LoadEntry> entries;

    private Plots(List<LoadEntry> entries) {
        this.entries = entries;
    }

    static List<Plot> of(LoadComparison comparison) {
        Plots plots = new Plots(comparison.entries());
        return Stream.of(plots.latencyByRate(), plots.throughput(), plots.latency(), plots.cpu())
                .filter(plot -> !plot.lines().isEmpty())
                .toList();
    }

    private Plot throughput() {
        return plot("Deliveries per second over time", Kind.TIME, Unit.PER_SECOND, lines((entry, colour) -> {
            List<double[]> points = Timeline.of(entry).stream()
                    .map(point -> new double[] {point.second(), point.deliveries()})
                    .toList();
            return Stream.of(new Line(entry.target(), colour, null, points, null, List.of()));
        }));
    }

    private Plot latency() {
        return plot("Delivery latency over time", Kind.TIME, Unit.MICROS, lines((entry, colour) -> {
            // A second in which nothing arrived has no latency.
            List<Point> timeline = Timeline.of(entry).stream()
                    .filter(point -> point.deliveries() > 0)
                    .toList();
            return percentiles(
                    entry,
                    colour,
                    percentile -> timeline.stream()
                            .map(point -> new double[] {point.second(), percentile.ofPoint.applyAsLong(point)})
                            .toList());
        }));
    }

    private Plot latencyByRate() {
        return plot("Delivery latency by rate", Kind.RATE, Unit.MICROS, lines((entry, colour) -> {
            List<Climb> climbs = Climb.of(entry);
            List<Integer> broken = IntStream.range(0, climbs.size())
                    .filter(i -> !climbs.get(i).held())
                    .boxed()
                    .toList();
            double highest =
                    entry.spread(LoadFigure.KNEE).map(knee -> knee.median()).orElse(0.0);
            Integer knee = IntStream.range(0, climbs.size())
                    .filter(i -> climbs.get(i).rate() <= highest)
                    .boxed()
                    .reduce((a, b) -> b)
                    .orElse(null);
            return percentiles(
                            entry,
                            colour,
                            percentile -> climbs.stream()
                                    .map(climb -> new double[] {climb.rate(), percentile.ofClimb.applyAsLong(climb)})
                                    .toList())
                    .map(line -> new Line(line.name(), line.colour(), line.choice(), line.points(), knee, broken));
        }));
    }

    /** One server's cost alone compares with nothing. */
    private Plot cpu() {
        List<Line> bars = IntStream.range(0, entries.size())
                .boxed()
                .flatMap(i -> entries.get(i).spread(LoadFigure.CPU).stream()
                        .map(cpu -> new Line(
                                entries.get(i).target(),
                                i,
                                null,
                                List.of(new double[] {0, cpu.median()}),
                                null,
                                List.of())))
                .toList();
        return plot("Server CPU per delivery", Kind.BARS, Unit.CPU, bars.size() < 2 ? List.of() : bars);
    }

    private interface Drawing {
        Stream<Line> lines(LoadEntry entry, int colour);
    }

    private record Percentile(String name, ToLongFunction<Point> ofPoint, ToLongFunction<Climb> ofClimb) {}

    private interface Course {
        List<double[]> of(Percentile percentile);
    }

    private List<Line> lines(Drawing drawing) {
        return IntStream.range(0, entries.size())
                .boxed()
                .flatMap(i -> drawing.lines(entries.get(i), i))
                .filter(line -> line.points().size() > 1)
                .toList();
    }

    /** Of one server all percentiles at once; of several, one percentile at a time. */
    private Stream<Line> percentiles(LoadEntry entry, int colour, Course course) {
        boolean alone = entries.size() == 1;
        return IntStream.range(0, PERCENTILES.size()).mapToObj(i -> {
            Percentile percentile = PERCENTILES.get(i);
            return new Line(
                    alone ? percentile.name : entry.target(),
                    alone ? i : colour,
                    alone ? null : percentile.name,
                    course.of(percentile),
                    null,
                    List.of());
        });
    }

    private static Plot plot(String title, Kind kind, Unit unit, List<Line> lines) {
        List<String> words = new ArrayList<>(List.of(title + "."));
        for (Line line : lines) {
            String name = Stream.of(line.name(), line.choice())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
            List<Double> values = line.points().stream().map(point -> point[1]).toList();
            double least = values.stream().min(Double::compare).orElse(0.0);
            double most = values.stream().max(Double::compare).orElse(0.0);
            words.add(name + ": " + text(unit, least) + (least == most ? "." : " to " + text(unit, most) + "."));
        }
        return new Plot(title, String.join(" ", words), kind, unit, lines);
    }

    private static String text(Unit unit, double value) {
        return switch (unit) {
            case PER_SECOND -> Numbers.rate(value);
            case MICROS -> Numbers.micros(Math.round(value));
            case CPU -> Numbers.cpuMicros(value);
        };
    }
}
