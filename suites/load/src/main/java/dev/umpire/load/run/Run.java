package dev.umpire.load.run;

import dev.umpire.cli.load.Injector;
import dev.umpire.cli.load.LoadPlan;
import dev.umpire.cli.load.LoadProgress;
import dev.umpire.fixtures.wire.Timing;
import dev.umpire.gatling.step.Samples;
import dev.umpire.load.cast.Cast;
import dev.umpire.load.cast.Conduct;
import dev.umpire.load.cast.LoadScenario;
import dev.umpire.load.cast.Part;
import dev.umpire.load.measure.Audience;
import dev.umpire.load.measure.Faults;
import dev.umpire.load.measure.Gate;
import dev.umpire.load.measure.Meter;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One run of a scenario, shared by its virtual users: clients connect, emitters emit, deliveries are judged where they
 * arrive, and the run ends when everything has arrived or nothing more does.
 */
public final class Run {
    private final LoadPlan plan;
    private final Cast cast;
    private final Part part;
    private final Ticks ticks;
    private final Pacing pacing;
    private final Meter meter;
    private final Faults faults = new Faults();
    private final Events events;
    private final Audience audience;
    private final List<Emitter> emitters;
    private final List<Receiver> receivers = new CopyOnWriteArrayList<>();
    private final AtomicInteger steadyLost = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private final Gate started = new Gate();
    private final Gate quiet = new Gate();
    private final Gate exit = new Gate();
    private final Pulse pulse;
    private volatile Timing timing = Timing.UNKNOWN;
    private volatile @Nullable String problem;
    private volatile boolean interrupted;
    private volatile @Nullable Samples samples;
    private volatile long end;

    /** A run that has not begun. */
    public Run(LoadPlan plan, LoadScenario scenario, LoadProgress progress) {
        Injector injector = plan.injector();
        String token = injector == null ? UUID.randomUUID().toString().substring(0, 8) : injector.run();
        this.plan = plan;
        this.cast = scenario.cast(plan, token);
        this.part = Part.of(cast, injector);
        this.ticks = new Ticks(token, plan.payload(), cast.binary());
        this.pacing = Staging.pacing(plan, scenario, cast);
        this.meter = new Meter(pacing.steps(), injector != null);
        this.events = new Events(pacing, injector != null);
        this.audience = new Audience(
                part.members().size() - part.members(Conduct.CHURNING).size());
        this.emitters = Staging.emitters(this);
        Staging.awaitOthers(this);
        this.pulse = new Pulse(this, progress);
        this.audience.whenSettled(this::begin);
    }

    /** A client begins to connect. */
    void add(Receiver receiver, Samples samplesOfIt) {
        samples = samplesOfIt;
        events.logTo(samplesOfIt);
        receivers.add(receiver);
    }

    /** A client that comes and goes could not come. */
    void turnedAway(String reason) {
        Samples log = samples;
        if (!over() && log != null) {
            faults.connectionLost(log, "a client that comes and goes", reason);
        }
    }

    private void begin() {
        String incomplete = audience.problem();
        if (incomplete != null) {
            end(incomplete);
        } else if (!over() && started.open()) {
            emitters.stream()
                    .filter(emitter -> !emitter.here())
                    .forEach(emitter -> emitter.await(receivers.get(0).eventLoop()));
            pacing.begin(this, emitters);
            if (!over()) {
                pulse.start();
            }
        }
    }

    /** A client's connection ended too early; that of a slow one may. */
    void connectionLost(Receiver receiver, Samples samplesOfIt, String reason) {
        if (over()) {
            return;
        }
        if (receiver.member().conduct() == Conduct.SLOW) {
            samplesOfIt.ok("slow reader disconnected", 0);
            return;
        }
        String name = receiver.member().name();
        faults.connectionLost(samplesOfIt, name, reason);
        emitters.stream()
                .filter(emitter ->
                        emitter.stream().emitter() == receiver.member().index())
                .forEach(emitter -> end("the connection of " + name + " was lost after it had emitted "
                        + emitter.emitted() + " events: " + reason));
        if (steadyLost.incrementAndGet() == audience.here()) {
            end("every connection was lost: " + reason);
        }
    }

    /** The server said how often it pings, and how long it waits for an answer. */
    void announced(Timing announcement) {
        timing = announcement;
    }

    /** What the server announced: how long it is waited for follows from it. */
    Timing timing() {
        return timing;
    }

    /** Nothing more is emitted: waits for the rest. */
    void emittedAll(Emitter emitter) {
        quiet.open();
        new Drain(this, emitter).look();
    }

    /** Whether everything that was emitted has arrived and was acknowledged. */
    boolean complete() {
        return meter.arrived() == expected()
                && emitters.stream().allMatch(Emitter::answered)
                && receivers.stream()
                        .filter(receiver -> receiver.member().conduct() == Conduct.SLOW)
                        .allMatch(Receiver::caughtUp);
    }

    /** Ends the run before its time since somebody wants it; what is still on its way is not counted as lost. */
    public void interrupt() {
        // servers on the same terminal may have heard of it first, and ended the run by their going
        interrupted = true;
        problem = "interrupted: the figures are of the time until then";
        end();
    }

    /** Whether somebody ended the run before its time. */
    boolean interrupted() {
        return interrupted;
    }

    /** Ends the run before its time, for a reason that stands in the result. */
    void end(String reason) {
        end(() -> problem = reason);
    }

    /** Ends the run; the virtual users close their connections. */
    void end() {
        end(() -> {});
    }

    private void end(Runnable first) {
        if (over.compareAndSet(false, true)) {
            first.run();
            end = System.nanoTime();
            events.end();
            pulse.stop();
            meter.takeRest();
            started.open();
            exit.open();
        }
    }

    boolean over() {
        return over.get();
    }

    /** Opens when all clients have connected and the first event is due, or when the run ends before that. */
    Gate started() {
        return started;
    }

    /** Opens when nothing more is emitted. */
    Gate quiet() {
        return quiet;
    }

    /** Opens when the run is over. */
    Gate exit() {
        return exit;
    }

    /** Deliveries that must come of what was emitted. */
    long expected() {
        return emitters.stream().mapToLong(Emitter::expected).sum();
    }

    /** Events that were emitted. */
    long emitted() {
        return emitters.stream().mapToLong(Emitter::emitted).sum();
    }

    /** How long nothing has arrived. */
    long idleNanos() {
        long now = System.nanoTime();
        return now - meter.lastArrival(pacing.measuringBegins() - plan.warmUp().toNanos());
    }

    Emitter emitter(int stream) {
        return emitters.get(stream);
    }

    List<Emitter> emitters() {
        return emitters;
    }

    List<Receiver> receivers() {
        return receivers;
    }

    LoadPlan plan() {
        return plan;
    }

    Cast cast() {
        return cast;
    }

    /** Those of the cast whom this process plays. */
    Part part() {
        return part;
    }

    Events events() {
        return events;
    }

    Ticks ticks() {
        return ticks;
    }

    Pacing pacing() {
        return pacing;
    }

    Faults faults() {
        return faults;
    }

    Meter meter() {
        return meter;
    }

    Pulse pulse() {
        return pulse;
    }

    /** Who of those who stay has come. */
    Audience audience() {
        return audience;
    }

    /** Why the run ended early, or null if it did not. */
    @Nullable String problem() {
        return problem;
    }

    /** The {@link System#nanoTime()} at which the run ended. */
    long endedAt() {
        return end;
    }
}
