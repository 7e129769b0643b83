package dev.umpire.load.run;

import dev.umpire.cli.load.Injector;
import dev.umpire.cli.load.LoadPlan;
import dev.umpire.load.cast.Cast;
import dev.umpire.load.cast.LoadScenario;
import dev.umpire.load.cast.Schedule;
import dev.umpire.load.cast.Stream;
import java.util.List;

/** Sets a run up, for all of the cast or for the part of it that an injector plays. */
final class Staging {
    private Staging() {}

    /** When events are emitted: as soon as possible, or at the instant that the injectors agreed upon. */
    static Pacing pacing(LoadPlan plan, LoadScenario scenario, Cast cast) {
        if (cast.burst() > 1) {
            return new BurstPacing(cast.burst(), plan.warmUp(), plan.duration());
        }
        Schedule schedule = Schedule.of(plan, scenario);
        int streams = cast.streams().size();
        Injector injector = plan.injector();
        return injector == null
                ? SteadyPacing.soon(schedule, streams)
                : SteadyPacing.at(System.nanoTime() + injector.untilStart().toNanos(), schedule, streams);
    }

    /** The emitters of all streams, of which other injectors may play some. */
    static List<Emitter> emitters(Run run) {
        return run.cast().streams().stream()
                .map(stream -> run.part().emits(stream)
                        ? Emitter.here(run, stream)
                        : Emitter.elsewhere(run, stream, due(run, stream)))
                .toList();
    }

    private static long due(Run run, Stream stream) {
        int streams = run.cast().streams().size();
        return (run.pacing().most() - stream.index() + streams - 1) / streams;
    }

    /** What other injectors emit is awaited from the beginning, since nobody here knows when they do so. */
    static void awaitOthers(Run run) {
        for (Emitter emitter : run.emitters()) {
            for (long number = 0; !emitter.here() && number < emitter.emitted(); number++) {
                run.events().emitting(emitter.stream(), number, emitter.audience());
            }
        }
    }
}
