package dev.umpire.load.run;

import dev.umpire.cli.load.Injector;
import dev.umpire.cli.load.LoadPlan;
import dev.umpire.load.cast.Stream;
import dev.umpire.reports.merge.Completions;
import dev.umpire.reports.merge.Share;
import dev.umpire.reports.merge.StreamShare;
import dev.umpire.reports.merge.Stretch;
import java.util.concurrent.TimeUnit;

/** What an injector says of its part of a run that is over: event by event, so that it can be added to the others. */
public final class Account {
    private final Run run;
    private final Injector injector;

    /** Of a run that is over. */
    public Account(Run run, Injector injector) {
        this.run = run;
        this.injector = injector;
    }

    /** All that the others do not know. */
    public Share share() {
        return new Share(
                injector.run(),
                injector.number(),
                injector.injectors(),
                work(),
                run.plan().maxLost(),
                TimeUnit.NANOSECONDS.toMicros(run.meter().fastest()),
                run.emitters().stream().map(this::stream).toList(),
                run.meter().seconds());
    }

    private String work() {
        LoadPlan plan = run.plan();
        return "%s, %d receivers, %d emitters, %d rooms, %s, %s/s from %s on, %s after %s, payload %d"
                .formatted(
                        plan.scenario(),
                        plan.receivers(),
                        plan.emitters(),
                        plan.rooms(),
                        plan.wires(),
                        plan.rate(),
                        injector.start(),
                        plan.duration(),
                        plan.warmUp(),
                        plan.payload());
    }

    private StreamShare stream(Emitter emitter) {
        Stream stream = emitter.stream();
        int[] clients = new int[(int) emitter.emitted()];
        int[] took = new int[clients.length];
        for (int number = 0; number < clients.length; number++) {
            long event = run.pacing().event(stream.index(), number);
            clients[number] = emitter.audience() - run.events().inFlight().remaining(event);
            took[number] = run.events().inFlight().tookPlusOne(event);
        }
        return new StreamShare(
                stream.index(),
                emitter.here(),
                clients.length,
                emitter.unmeasured(),
                run.cast().audience(stream),
                Stretch.of(clients),
                Completions.encoded(took));
    }
}
