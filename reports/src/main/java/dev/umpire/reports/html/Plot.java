package dev.umpire.reports.html;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One chart: what the page's script draws.
 *
 * @param title what it shows
 * @param words the same data in words, for people who do not see it
 * @param kind how it is drawn
 * @param unit what its values are
 * @param lines what is drawn; in bars, each is one bar
 */
public record Plot(@JsonIgnore String title, @JsonIgnore String words, Kind kind, Unit unit, List<Line> lines) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How it is drawn: over seconds, over broadcasts per second, or as bars. */
    public enum Kind {
        TIME,
        RATE,
        BARS
    }

    /** What values are: deliveries per second, a latency in microseconds, or CPU time in microseconds. */
    public enum Unit {
        PER_SECOND,
        MICROS,
        CPU
    }

    /**
     * One line, or one bar.
     *
     * @param name what it is of
     * @param colour number of its colour, from 0 on
     * @param choice the percentile that shows it, or null if it is always shown
     * @param points pairs of x and y, by x
     * @param knee number of the point that is the last one to hold, or null
     * @param broken numbers of the points that did not hold
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Line(
            String name,
            int colour,
            @Nullable String choice,
            List<double[]> points,
            @Nullable Integer knee,
            List<Integer> broken) {
        public Line {
            points = List.copyOf(points);
            broken = List.copyOf(broken);
        }
    }

    public Plot {
        lines = List.copyOf(lines);
    }

    /** The percentiles that one can choose between; empty if everything is shown at once. */
    @JsonIgnore
    public List<String> choices() {
        return lines.stream()
                .flatMap(line -> Stream.ofNullable(line.choice()))
                .distinct()
                .toList();
    }

    /** What the script reads. */
    @JsonIgnore
    public String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers and strings are always JSON", e);
        }
    }
}
