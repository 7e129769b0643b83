package dev.umpire.reports.load;

import java.util.Collection;
import java.util.Optional;

/**
 * A figure that was measured in several rounds.
 *
 * @param median the middle one, or the mean of the two in the middle
 * @param least the least
 * @param greatest the greatest
 * @param rounds how many rounds have it
 */
public record Spread(double median, double least, double greatest, int rounds) {

    /** The spread of figures, one for each round; empty if there is none. */
    public static Optional<Spread> of(Collection<Double> figures) {
        if (figures.isEmpty()) {
            return Optional.empty();
        }
        double[] sorted =
                figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return Optional.of(new Spread(median, sorted[0], sorted[sorted.length - 1], sorted.length));
    }
}
