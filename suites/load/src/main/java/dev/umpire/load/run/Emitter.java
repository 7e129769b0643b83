package dev.umpire.load.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.umpire.gatling.connection.SocketIoConnection;
import dev.umpire.gatling.connection.SocketIoEvent;
import dev.umpire.load.cast.Stream;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Lets the server emit the events of one stream; on the event loop of the client that asks. */
final class Emitter {
    private final Run run;
    private final Stream stream;
    private final int audience;
    private final boolean here;
    private @Nullable SocketIoConnection connection;
    private @Nullable EventLoop eventLoop;
    private volatile long emitted;
    private final AtomicLong unanswered = new AtomicLong();

    private Emitter(Run run, Stream stream, boolean here, long emitted) {
        this.run = run;
        this.stream = stream;
        this.audience = run.part().audience(stream);
        this.here = here;
        this.emitted = emitted;
    }

    /** The emitter of a stream whose client this process plays. */
    static Emitter here(Run run, Stream stream) {
        return new Emitter(run, stream, true, 0);
    }

    /**
     * The emitter of a stream whose client another injector plays. Whatever that one does, it has to have emitted what
     * is due.
     *
     * @param due how many events are due in the whole run
     */
    static Emitter elsewhere(Run run, Stream stream, long due) {
        return new Emitter(run, stream, false, due);
    }

    /** Whether this process plays its client. */
    boolean here() {
        return here;
    }

    Stream stream() {
        return stream;
    }

    /** The client that asks has connected. */
    void attach(SocketIoConnection client, EventLoop loop) {
        connection = client;
        eventLoop = loop;
    }

    /** Another injector plays the client: waits on the event loop of a receiver. */
    void await(EventLoop loop) {
        eventLoop = loop;
    }

    /** Lets the server emit one event. */
    void emit() {
        emit(1, 0);
    }

    /** Lets the server emit many events in a row. */
    void emitInARow(int events) {
        emit(events, events);
    }

    private void emit(int events, int repeat) {
        long first = emitted;
        for (long number = first; number < first + events; number++) {
            run.events().emitting(stream, number, audience);
        }
        emitted = first + events;
        unanswered.incrementAndGet();
        if (connection != null) {
            connection.emit("/", run.ticks().command(stream, first, repeat), this::acknowledged);
        }
    }

    private void acknowledged(SocketIoEvent answer) {
        unanswered.decrementAndGet();
        JsonNode first =
                answer.arguments().isEmpty() ? null : answer.arguments().get(0);
        if (first == null || !first.path("ok").asBoolean()) {
            run.end("the conformance app refused to emit: " + first);
        }
    }

    /** Does something on the event loop, at a {@link System#nanoTime()}; whatever fails there ends the run. */
    void at(long nanoTime, Runnable task) {
        if (eventLoop == null) {
            throw new IllegalStateException("the client of stream " + stream.index() + " has not connected");
        }
        Future<?> turn = eventLoop.schedule(task, Math.max(0, nanoTime - System.nanoTime()), TimeUnit.NANOSECONDS);
        turn.addListener(done -> {
            if (done.cause() != null) {
                run.end("the harness failed: " + done.cause());
            }
        });
    }

    /** Events emitted so far. */
    long emitted() {
        return emitted;
    }

    /** How many of them are not measured. */
    long unmeasured() {
        long unmeasured = 0;
        long most = emitted;
        while (unmeasured < most) {
            long middle = (unmeasured + most) / 2;
            if (run.pacing().step(run.pacing().event(stream.index(), middle)) < 0) {
                unmeasured = middle + 1;
            } else {
                most = middle;
            }
        }
        return unmeasured;
    }

    /** Deliveries that must come of them to clients of this process. */
    long expected() {
        return emitted * audience;
    }

    /** How many of the clients that this process plays must get each event. */
    int audience() {
        return audience;
    }

    /** Whether the server has carried out everything that it was asked for. */
    boolean answered() {
        return unanswered.get() == 0;
    }
}
