package dev.umpire.gatling.connection;

import dev.umpire.fixtures.wire.Handshake;
import dev.umpire.gatling.wire.Wire;
import dev.umpire.gatling.wire.WireListener;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One client, from the first request to its end: answers pings by itself (Engine.IO v4, "Heartbeat"), and keeps apart
 * what belongs to which namespace. Confined to its event loop.
 */
public final class SocketIoConnection implements WireListener {
    private static final String MAIN = "/";
    private static final int MOST_SHOWN = 200;

    private final SocketIoListener listener;
    private final Lifeline lifeline;
    private final Wire wire;
    private final PacketScan scan = new PacketScan();
    private final Arrival arrival = new Arrival();
    private final Map<String, Consumer<@Nullable String>> joining = new HashMap<>();
    private final Map<Long, Consumer<SocketIoEvent>> asked = new HashMap<>();
    private final List<byte[]> attachments = new ArrayList<>();
    private @Nullable Runnable pending;
    private int awaited;
    private long nextId;
    private boolean reads = true;
    private boolean reading;
    private boolean over;

    /** Hears how the session goes below Socket.IO. */
    public interface Lifeline {
        /** The session is open; namespaces may be joined. */
        void opened(Handshake handshake);

        /** The transport is the one that was asked for. */
        void settled();

        /** The server pinged. */
        void pinged();

        /** The session ended, or never began. */
        void ended(String reason);
    }

    /**
     * Connects.
     *
     * @param wires begins the session for the given listener
     */
    public SocketIoConnection(SocketIoListener listener, Lifeline lifeline, Function<WireListener, Wire> wires) {
        this.listener = listener;
        this.lifeline = lifeline;
        this.wire = wires.apply(this);
    }

    /**
     * Joins a namespace (Socket.IO v5, "Connection to a namespace").
     *
     * @param auth JSON, or empty for none
     * @param then gets null, or why the server refused
     */
    public void join(String namespace, String auth, Consumer<@Nullable String> then) {
        joining.put(namespace, then);
        wire.send("40" + prefix(namespace) + auth);
    }

    /** Leaves a namespace. */
    public void leave(String namespace) {
        wire.send("41" + (namespace.equals(MAIN) ? "" : namespace + ","));
    }

    /**
     * Emits an event.
     *
     * @param arguments name of the event and its arguments; {@code byte[]} may be among them
     * @param acknowledged gets the acknowledgement, which is asked for; null to ask for none
     * @return the id of the acknowledgement, or -1
     */
    public long emit(String namespace, List<?> arguments, @Nullable Consumer<SocketIoEvent> acknowledged) {
        Outgoing out = Outgoing.of(arguments);
        long id = acknowledged == null ? PacketScan.NO_ID : nextId++;
        if (acknowledged != null) {
            asked.put(id, acknowledged);
        }
        send("42", "45", namespace, id, out);
        return id;
    }

    /** Sends a packet as it is written, such as {@code 42["hello"]}. */
    public void send(String packet) {
        wire.send(packet);
    }

    /** Waits no longer for an acknowledgement; one that comes later is unexpected. */
    public void forget(long id) {
        asked.remove(id);
    }

    /** Stops taking what the server sends, or takes it again. */
    public void reading(boolean takes) {
        reads = takes;
        wire.reading(takes);
    }

    /** Whether what the server sends is taken. */
    public boolean reads() {
        return reads;
    }

    /** Who hears what is received. */
    public SocketIoListener listener() {
        return listener;
    }

    /** Ends the session; what happens from now on is expected. */
    public void close() {
        over = true;
        wire.close();
    }

    private void send(String plain, String binary, String namespace, long id, Outgoing out) {
        String number = id == PacketScan.NO_ID ? "" : Long.toString(id);
        if (out.attachments().isEmpty()) {
            wire.send(plain + prefix(namespace) + number + out.json());
            return;
        }
        wire.send(binary + out.attachments().size() + "-" + prefix(namespace) + number + out.json());
        out.attachments().forEach(wire::send);
    }

    private static String prefix(String namespace) {
        return namespace.equals(MAIN) ? "" : namespace + ",";
    }

    @Override
    public void opened(Handshake handshake) {
        lifeline.opened(handshake);
    }

    @Override
    public void settled() {
        lifeline.settled();
    }

    @Override
    public void text(byte[] bytes, int from, int to) {
        if (over) {
            return;
        }
        switch (from < to ? bytes[from] : 0) {
            case '4' -> packet(bytes, from + 1, to);
            case '2' -> {
                lifeline.pinged();
                wire.send("3" + new String(bytes, from + 1, to - from - 1, StandardCharsets.UTF_8));
            }
            case '1' -> ended("the server closed the session");
            case '6' -> {
                // noop
            }
            default -> listener.unexpected("no Engine.IO packet: " + shown(bytes, from, to));
        }
    }

    private void packet(byte[] bytes, int from, int to) {
        int type = from < to ? bytes[from] : 0;
        if (pending != null && type != 0) {
            listener.unexpected("another packet where an attachment was due: " + shown(bytes, from, to));
            pending = null;
        }
        if (type < '0' || type > '6') {
            listener.unexpected("no Socket.IO packet: " + shown(bytes, from, to));
            return;
        }
        scan.scan(bytes, from, to);
        switch (type) {
            case '2' -> event(scan.namespace(), scan.id(), bytes, scan.data(), to, List.of());
            case '3' -> acknowledgement(scan.namespace(), scan.id(), bytes, scan.data(), to, List.of());
            case '0' -> joined(scan.namespace(), null);
            case '4' -> joined(scan.namespace(), "the server refused CONNECT: " + shown(bytes, scan.data(), to));
            case '1' -> left(scan.namespace());
            default -> binary(type, bytes, to);
        }
    }

    private void joined(String namespace, @Nullable String refusal) {
        Consumer<@Nullable String> then = joining.remove(namespace);
        if (then == null) {
            listener.unexpected("an answer to a CONNECT that was not sent, in namespace " + namespace);
        } else {
            then.accept(refusal);
        }
    }

    private void left(String namespace) {
        Consumer<@Nullable String> then = joining.remove(namespace);
        String reason = "the server disconnected the client from namespace " + namespace;
        if (then == null) {
            listener.lost(reason);
        } else {
            then.accept(reason);
        }
    }

    private void binary(int type, byte[] bytes, int to) {
        byte[] data = Arrays.copyOfRange(bytes, scan.data(), to);
        String namespace = scan.namespace();
        long id = scan.id();
        attachments.clear();
        awaited = scan.attachments();
        Runnable complete = () -> {
            List<byte[]> parts = List.copyOf(attachments);
            if (type == '5') {
                event(namespace, id, data, 0, data.length, parts);
            } else {
                acknowledgement(namespace, id, data, 0, data.length, parts);
            }
        };
        if (awaited == 0) {
            complete.run();
        } else {
            pending = complete;
        }
    }

    @Override
    public void binary(byte[] bytes, int from, int to) {
        Runnable complete = pending;
        if (over) {
            return;
        }
        if (complete == null) {
            listener.unexpected("an attachment of " + (to - from) + " bytes that no packet announced");
            return;
        }
        attachments.add(Arrays.copyOfRange(bytes, from, to));
        if (attachments.size() == awaited) {
            pending = null;
            complete.run();
        }
    }

    @Override
    public void drained() {
        reading = false;
        listener.drained();
    }

    private void event(String namespace, long id, byte[] bytes, int from, int to, List<byte[]> parts) {
        if (!reading) {
            reading = true;
            arrival.came(System.nanoTime());
        }
        arrival.set(namespace, bytes, from, to, parts);
        listener.event(arrival);
        if (id != PacketScan.NO_ID) {
            send("43", "46", namespace, id, Outgoing.of(List.of()));
        }
    }

    private void acknowledgement(String namespace, long id, byte[] bytes, int from, int to, List<byte[]> parts) {
        Consumer<SocketIoEvent> then = asked.remove(id);
        arrival.set(namespace, bytes, from, to, parts);
        if (then == null) {
            listener.unexpected("an acknowledgement that was not asked for, or came again or too late: id " + id + ", "
                    + arrival.shown());
            return;
        }
        try {
            then.accept(arrival.acknowledgement());
        } catch (MalformedEventException e) {
            listener.unexpected(e.getMessage());
        }
    }

    @Override
    public void ended(String reason) {
        if (!over) {
            over = true;
            lifeline.ended(reason);
        }
    }

    private static String shown(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
    }
}
