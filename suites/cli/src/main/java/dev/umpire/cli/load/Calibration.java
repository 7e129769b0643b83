package dev.umpire.cli.load;

import dev.umpire.reports.load.LoadFigure;
import dev.umpire.reports.model.Ceiling;
import dev.umpire.reports.model.LoadResult;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What the harness itself can receive, measured once for each kind of work. A figure close to it says how fast the
 * harness is, not the server. Confined to one thread.
 */
final class Calibration {
    private final LoadEngine engine;
    private final boolean wanted;
    private final PrintWriter out;
    private final Map<Work, OptionalDouble> ceilings = new HashMap<>();

    /** The parts of a plan on which the ceiling depends. */
    private record Work(Wires wires, int receivers, int payload) {
        static Work of(LoadPlan plan) {
            return new Work(plan.wires(), plan.receiversHere(), plan.payload());
        }
    }

    Calibration(LoadEngine engine, boolean wanted, PrintWriter out) {
        this.engine = engine;
        this.wanted = wanted;
        this.out = out;
    }

    /** Measures the ceiling of a plan's work, unless that was done before. */
    void prepare(LoadPlan plan) {
        if (wanted) {
            ceilings.computeIfAbsent(Work.of(plan), work -> measure(plan));
        }
    }

    /** The result beside the ceiling of its work, if that is known. */
    LoadResult complete(LoadPlan plan, LoadResult result) {
        OptionalDouble ceiling = ceilings.getOrDefault(Work.of(plan), OptionalDouble.empty());
        if (ceiling.isEmpty()) {
            return result;
        }
        boolean limiting = LoadFigure.PER_SECOND.of(result).orElse(0) >= Ceiling.LIMITING * ceiling.getAsDouble();
        return result.withCeiling(new Ceiling(ceiling.getAsDouble(), limiting));
    }

    private OptionalDouble measure(LoadPlan plan) {
        try {
            OptionalDouble ceiling = engine.ceiling(plan);
            ceiling.ifPresent(perSecond -> say("the harness can receive " + FigureText.number(perSecond)
                    + " deliveries/s of such work (" + words(plan) + ")"));
            return ceiling;
        } catch (LoadFailedException e) {
            say("what the harness can receive of such work (" + words(plan) + ") could not be measured: "
                    + e.getMessage());
            return OptionalDouble.empty();
        }
    }

    private static String words(LoadPlan plan) {
        return plan.wires().name().toLowerCase(Locale.ROOT) + ", " + plan.receiversHere() + " receivers, payload "
                + plan.payload();
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
