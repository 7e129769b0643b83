package dev.umpire.server.engineio;

import dev.umpire.server.engineio.packet.PacketType;
import dev.umpire.server.engineio.packet.PayloadFormat;
import dev.umpire.server.engineio.packet.WirePacket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Keeps packets until a GET asks for them (Engine.IO v4, "HTTP long-polling"). While an upgrade is under way no GET is
 * kept waiting: it gets what there is, or a noop.
 */
final class PollingTransport implements Transport {
    static final String NAME = "polling";

    private static final WirePacket NOOP = WirePacket.of(PacketType.NOOP);
    private static final WirePacket CLOSE = WirePacket.of(PacketType.CLOSE);

    private final int maxPayload;
    private final PayloadFormat payloads;
    /** What {@link #kept} weighs. */
    private final AtomicLong waiting = new AtomicLong();

    private List<WirePacket> kept = new ArrayList<>();
    private @Nullable PollExchange poll;
    private @Nullable DataExchange data;
    private boolean hurried;
    private boolean closeDue;

    /** Keeps answers within a number of bytes, unless a single packet is larger. */
    PollingTransport(int maxPayload, PayloadFormat payloads) {
        this.payloads = payloads;
        this.maxPayload = maxPayload;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isWritable() {
        return poll != null;
    }

    @Override
    public long waiting() {
        return waiting.get();
    }

    @Override
    public void send(List<WirePacket> packets) {
        kept.addAll(packets);
        waiting.addAndGet(WirePacket.weight(packets));
        answer();
    }

    boolean hasPoll() {
        return poll != null;
    }

    void poll(PollExchange exchange) {
        poll = exchange;
        answer();
    }

    /** Whether this GET was the waiting one; its client is gone. */
    boolean abort(PollExchange exchange) {
        if (poll != exchange) {
            return false;
        }
        poll = null;
        return true;
    }

    /** Takes a POST as the active one; false if another one is active. */
    boolean begin(DataExchange exchange) {
        if (data != null) {
            return false;
        }
        data = exchange;
        return true;
    }

    /** Ends the active POST; false if this one is not active (any more). */
    boolean end(DataExchange exchange) {
        if (data != exchange) {
            return false;
        }
        data = null;
        return true;
    }

    /** From now on, or until told otherwise, no GET is kept waiting. */
    void hurry(boolean hurry) {
        hurried = hurry;
        answer();
    }

    /** Ends this transport for another one, which sends the packets that are returned. */
    List<WirePacket> retire() {
        completePoll(List.of(NOOP));
        return takeKept();
    }

    /** Ends a GET with a noop, as the client itself closes the session; false if that GET is yet to come. */
    boolean closedByClient() {
        boolean hadPoll = poll != null;
        takeKept();
        send(List.of(NOOP));
        return hadPoll;
    }

    /**
     * Sends a close packet, in a payload of its own: clients handle it before messages that stand ahead of it in the
     * same one.
     */
    @Override
    public void close(CloseReason reason) {
        if (reason == CloseReason.BUFFER_EXCEEDED) {
            takeKept();
        }
        closeDue = true;
        answer();
    }

    /** Whether the client has fetched all there is. */
    boolean isDrained() {
        return kept.isEmpty() && !closeDue;
    }

    /** Refuses the active POST, if any: the session is over. */
    void refuseData() {
        DataExchange exchange = data;
        if (exchange != null) {
            data = null;
            exchange.refuse(EngineError.BAD_REQUEST);
        }
    }

    private void answer() {
        if (poll == null) {
            return;
        }
        if (!kept.isEmpty()) {
            completePoll(takeFitting());
        } else if (closeDue) {
            closeDue = false;
            completePoll(List.of(CLOSE));
        } else if (hurried) {
            completePoll(List.of(NOOP));
        }
    }

    private List<WirePacket> takeKept() {
        List<WirePacket> packets = kept;
        kept = new ArrayList<>();
        waiting.set(0);
        return packets;
    }

    private List<WirePacket> takeFitting() {
        List<WirePacket> fitting = kept.subList(0, payloads.fitting(kept, maxPayload));
        List<WirePacket> packets = List.copyOf(fitting);
        fitting.clear();
        waiting.addAndGet(-WirePacket.weight(packets));
        return packets;
    }

    private void completePoll(List<WirePacket> packets) {
        PollExchange exchange = poll;
        if (exchange != null) {
            poll = null;
            exchange.complete(payloads.join(packets));
        }
    }
}
