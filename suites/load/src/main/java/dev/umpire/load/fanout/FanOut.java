package dev.umpire.load.fanout;

import dev.umpire.cli.load.LoadProgress;
import dev.umpire.load.socketio.Samples;
import dev.umpire.load.socketio.SocketIo;
import dev.umpire.load.socketio.SocketIoConnection;
import dev.umpire.load.socketio.SocketIoListener;
import io.gatling.core.session.Session;
import io.netty.channel.EventLoop;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One run of the fan-out scenario, shared by its virtual users: receivers connect, the broadcaster emits, deliveries
 * are judged where they arrive, and the run ends when everything has arrived or nothing more does.
 */
public final class FanOut {
    private static final long LEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final FanOutSettings settings;
    private final Ticks ticks;
    private final Audience audience;
    private final Meter meter = new Meter();
    private final Faults faults = new Faults();
    private final InFlight inFlight;
    private final List<Receiver> receivers = new CopyOnWriteArrayList<>();
    private final AtomicInteger names = new AtomicInteger();
    private final AtomicInteger connectionsLost = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private final Gate exit = new Gate();
    private final Pulse pulse;
    private volatile @Nullable String problem;
    private volatile @Nullable Broadcaster broadcaster;
    private volatile @Nullable Samples samples;
    private volatile long start;
    private volatile long emitted;

    /** A run that has not begun. */
    public FanOut(FanOutSettings settings, LoadProgress progress) {
        this.settings = settings;
        this.ticks = new Ticks(settings.token(), settings.payload());
        this.audience = new Audience(settings.receivers());
        this.inFlight = new InFlight(settings.total());
        this.pulse = new Pulse(this, progress);
    }

    /** How the receivers connect. */
    SocketIo.Joining receiversJoining() {
        return new SocketIo.Joining() {
            @Override
            public SocketIoListener listener(Session session, Samples samples) {
                String name = "receiver " + names.incrementAndGet();
                Receiver receiver = new Receiver(FanOut.this, meter.lane(session.eventLoop()), samples, name);
                receivers.add(receiver);
                return receiver;
            }

            @Override
            public void refused(String reason) {
                audience.refused(reason);
            }
        };
    }

    /** How the broadcaster connects. */
    SocketIo.Joining broadcasterJoining() {
        return new SocketIo.Joining() {
            @Override
            public SocketIoListener listener(Session session, Samples samplesOfIt) {
                samples = samplesOfIt;
                Broadcaster listener = new Broadcaster(FanOut.this, samplesOfIt);
                broadcaster = listener;
                return listener;
            }

            @Override
            public void refused(String reason) {
                end("the broadcaster could not connect: " + reason);
            }
        };
    }

    /** The receivers' step: be there until the run is over. */
    void attend(SocketIoConnection connection, Samples samples, Runnable next) {
        audience.connected();
        exit.whenOpen(next);
    }

    /** The broadcaster's step: wait for the receivers, then emit at the rate until the run is over. */
    void broadcast(SocketIoConnection connection, Samples samples, Runnable next) {
        exit.whenOpen(next);
        audience.whenSettled(() -> connection.eventLoop().execute(() -> begin(connection)));
    }

    private void begin(SocketIoConnection connection) {
        String incomplete = audience.problem();
        if (incomplete != null) {
            end(incomplete);
        } else if (!over() && broadcaster != null) {
            start = System.nanoTime() + LEAD_NANOS;
            pulse.start();
            broadcaster.emitDue(connection);
        }
    }

    /** A broadcast is about to be emitted. */
    void emitting(long number) {
        boolean forgotten = inFlight.emitted(number, settings.receivers());
        emitted = number + 1;
        if (forgotten) {
            incomplete(1);
        }
    }

    /** A broadcast reached one more receiver, for the first time. */
    void delivered(long number, long now, Lane lane) {
        lane.arrived(now);
        boolean last = inFlight.delivered(number);
        boolean measured = measured(number);
        if (!measured && !last) {
            return;
        }
        long latency = now - due(number);
        if (measured) {
            lane.delivery(TimeUnit.NANOSECONDS.toMicros(latency));
        }
        if (last) {
            fanOutCompleted(latency, measured, lane);
        }
    }

    private void fanOutCompleted(long nanos, boolean measured, Lane lane) {
        if (measured) {
            lane.fanOut(TimeUnit.NANOSECONDS.toMicros(nanos));
        }
        if (samples != null) {
            samples.ok(measured ? "fan-out" : "fan-out, warm-up", TimeUnit.NANOSECONDS.toMillis(nanos));
        }
    }

    /** A receiver's connection ended too early. */
    void connectionLost(Samples samplesOfIt, String name, String reason) {
        faults.connectionLost(samplesOfIt, name, reason);
        if (connectionsLost.incrementAndGet() == settings.receivers()) {
            end("every receiver's connection was lost: " + reason);
        }
    }

    /** Everything was emitted: waits for the rest on the broadcaster's event loop. */
    void drain(EventLoop eventLoop) {
        new Drain(this, eventLoop).look();
    }

    /** Whether everything that was emitted has arrived and was acknowledged. */
    boolean complete() {
        Broadcaster emitter = broadcaster;
        return meter.arrived() == emitted * settings.receivers()
                && emitter != null
                && emitter.acknowledged() >= emitted;
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
            incomplete(inFlight.incomplete());
            pulse.stop();
            meter.takeRest();
            exit.open();
        }
    }

    private void incomplete(int broadcasts) {
        Samples log = samples;
        for (int i = 0; log != null && i < Math.min(broadcasts, Faults.MOST_SAMPLES); i++) {
            log.ko("fan-out", 0, "broadcast lost on its way to one receiver or more");
        }
    }

    boolean over() {
        return over.get();
    }

    /** Whether a broadcast belongs to the time that is measured. */
    boolean measured(long number) {
        return number >= settings.warmUp();
    }

    /** The {@link System#nanoTime()} at which a broadcast is due: latency counts from here. */
    long due(long number) {
        return start + settings.dueAfter(number);
    }

    /** How many broadcasts have been emitted. */
    long emitted() {
        return emitted;
    }

    FanOutSettings settings() {
        return settings;
    }

    Ticks ticks() {
        return ticks;
    }

    Faults faults() {
        return faults;
    }

    Meter meter() {
        return meter;
    }

    List<Receiver> receivers() {
        return receivers;
    }

    /** Receivers that connected. */
    int audience() {
        return audience.here();
    }

    /** Why the run ended early, or null if it did not. */
    @Nullable String problem() {
        return problem;
    }
}
