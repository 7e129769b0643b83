package dev.umpire.load.fanout;

import com.fasterxml.jackson.databind.JsonNode;
import dev.umpire.fixtures.delivery.StrayChecker;
import dev.umpire.fixtures.packet.MalformedPacketException;
import dev.umpire.fixtures.packet.SocketHeader;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.load.socketio.Samples;
import dev.umpire.load.socketio.SocketIoConnection;
import dev.umpire.load.socketio.SocketIoListener;
import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.Future;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Lets the server broadcast at the times that the rate asks for, whatever became of the broadcasts before: an open
 * loop. On one event loop.
 */
final class Broadcaster implements SocketIoListener {
    private static final String NAME = "the broadcaster";

    private final FanOut run;
    private final Ticks ticks;
    private final Samples samples;
    private final StrayChecker strays;
    private long next;
    private long acknowledged;

    Broadcaster(FanOut run, Samples samples) {
        this.run = run;
        this.ticks = run.ticks();
        this.samples = samples;
        this.strays = new StrayChecker(ticks.ours(), Set.of());
    }

    /** Emits what is due, and comes back when more is. */
    void emitDue(SocketIoConnection connection) {
        long total = run.settings().total();
        while (next < total && run.due(next) - System.nanoTime() <= 0) {
            if (run.over()) {
                return;
            }
            run.emitting(next);
            connection.send(ticks.command(next));
            next++;
        }
        if (next < total) {
            long wait = Math.max(0, run.due(next) - System.nanoTime());
            later(connection, wait);
        } else {
            run.drain(connection.eventLoop());
        }
    }

    private void later(SocketIoConnection connection, long nanos) {
        Future<?> turn = connection.eventLoop().schedule(() -> emitDue(connection), nanos, TimeUnit.NANOSECONDS);
        turn.addListener(done -> {
            if (done.cause() != null) {
                run.end("the harness failed: " + done.cause());
            }
        });
    }

    /** Broadcasts that the conformance app acknowledged. */
    long acknowledged() {
        return acknowledged;
    }

    @Override
    public void event(ByteBuf frame) {
        if (strays.accept(Ticks.eventName(frame))) {
            run.faults().strayed(samples, NAME + " got its own broadcast: " + Ticks.shown(frame));
        }
    }

    @Override
    public void acknowledgement(ByteBuf frame) {
        acknowledged++;
        if (!Ticks.plainlyAccepted(frame)) {
            refusalIn(frame);
        }
    }

    private void refusalIn(ByteBuf frame) {
        String text = frame.toString(StandardCharsets.UTF_8);
        try {
            SocketPacket packet = SocketHeader.decode(text.substring(1));
            JsonNode answer = packet.data() == null ? null : packet.data().path(0);
            if (answer == null || !answer.path("ok").asBoolean()) {
                run.end("the conformance app refused to broadcast: " + answer);
            }
        } catch (MalformedPacketException e) {
            run.end("the server's acknowledgement is malformed: " + text);
        }
    }

    @Override
    public void lost(String reason) {
        run.faults().connectionLost(samples, NAME, reason);
        run.end(NAME + "'s connection was lost after " + next + " of "
                + run.settings().total() + " broadcasts: " + reason);
    }
}
