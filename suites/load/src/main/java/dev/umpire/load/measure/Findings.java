package dev.umpire.load.measure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts what is wrong with a run into one sentence. */
public final class Findings {
    private final @Nullable String problem;
    private final List<String> counts = new ArrayList<>();

    /** Begins with the reason for which the run ended early, if it did. */
    public Findings(@Nullable String problem) {
        this.problem = problem;
    }

    /** Adds a number of deliveries, unless it is 0. */
    public void count(long deliveries, String what) {
        if (deliveries > 0) {
            counts.add(deliveries + " " + what);
        }
    }

    /** The sentence, or null if nothing is wrong. */
    public @Nullable String sentence(long deliveries, long connectionsLost, boolean warmedUp, @Nullable String first) {
        List<String> parts = new ArrayList<>();
        if (problem != null) {
            parts.add(problem);
        }
        if (!counts.isEmpty()) {
            String all = warmedUp ? " deliveries, warm-up included: " : " deliveries: ";
            parts.add("of " + deliveries + all + String.join(", ", counts));
        }
        if (connectionsLost > 0) {
            parts.add(connectionsLost + (connectionsLost == 1 ? " connection was" : " connections were") + " lost");
        }
        if (first != null) {
            parts.add("first: " + first);
        }
        return parts.isEmpty() ? null : String.join("; ", parts);
    }
}
