package dev.umpire.gatling.connection;

import dev.umpire.fixtures.wire.Handshake;
import dev.umpire.gatling.connection.Incomplete.PacketType;
import dev.umpire.gatling.wire.Wire;
import dev.umpire.gatling.wire.WireListener;
import java.nio.charset.StandardCharsets;
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

    private final SocketIoListener listener;
    private final Lifeline lifeline;
    private final Wire wire;
    private final PacketScan scan = new PacketScan();
    private final Arrival arrival = new Arrival();
    private final Map<String, Consumer<@Nullable String>> joining = new HashMap<>();
    private final Acknowledgements acknowledgements = new Acknowledgements();
    private @Nullable Incomplete incomplete;
    private boolean reads = true;
    private boolean stamped;
    private boolean over;

    /** Hears how the connection goes, apart from what it carries. */
    public interface Lifeline {
        /** The session is open; namespaces may be joined. */
        void opened(Handshake handshake);

        /** The transport is the one that was asked for. */
        void settled();

        /** The server pinged. */
        void pinged();

        /** The server disconnected the client from a namespace; the connection stays. */
        void left(String namespace, String reason);

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
        wire.send("41" + prefix(namespace));
    }

    /**
     * Emits an event.
     *
     * @param arguments name of the event and its arguments; {@code byte[]} may be among them
     * @param acknowledged gets the acknowledgement, which is asked for; null to ask for none
     * @return the id of the acknowledgement, or -1
     * @throws IllegalArgumentException if an argument cannot be written as JSON
     */
    public long emit(String namespace, List<?> arguments, @Nullable Consumer<SocketIoEvent> acknowledged) {
        Outgoing out = Outgoing.of(arguments);
        long id = acknowledged == null ? PacketScan.NO_ID : acknowledgements.ask(namespace, acknowledged);
        send("42", "45", namespace, id, out);
        return id;
    }

    /** Sends a packet as it is written, such as {@code 42["hello"]}. */
    public void send(String packet) {
        wire.send(packet);
    }

    /** Waits no longer for an acknowledgement; nothing is said about one that comes later. */
    public void forget(long id) {
        acknowledgements.giveUp(id);
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
        listener.opened(handshake);
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
            default -> listener.unexpected("what is no Engine.IO packet: " + Shown.of(bytes, from, to));
        }
    }

    private void packet(byte[] bytes, int from, int to) {
        if (incomplete != null) {
            incomplete = null;
            listener.unexpected("another packet where an attachment was due: " + Shown.of(bytes, from, to));
        }
        int type = from < to ? bytes[from] : 0;
        if (type < '0' || type > '6') {
            listener.unexpected("what is no Socket.IO packet: " + Shown.of(bytes, from, to));
            return;
        }
        scan.scan(bytes, from, to);
        switch (type) {
            case '2' -> event(bytes, to);
            case '3' -> acknowledgement(bytes, to);
            case '0' -> joined(scan.namespace(), null);
            case '4' -> joined(scan.namespace(), "the server refused CONNECT: " + Shown.of(bytes, scan.data(), to));
            case '1' -> left(scan.namespace());
            case '5' -> awaitAttachments(new Incomplete(PacketType.EVENT, scan, bytes, to));
            default -> awaitAttachments(new Incomplete(PacketType.ACKNOWLEDGEMENT, scan, bytes, to));
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
            lifeline.left(namespace, reason);
        } else {
            then.accept(reason);
        }
    }

    private void event(byte[] bytes, int to) {
        arrival.set(scan.namespace(), bytes, scan.data(), to, List.of());
        event(scan.id());
    }

    private void event(long id) {
        if (!stamped) {
            stamped = true;
            arrival.came(System.nanoTime());
        }
        listener.event(arrival);
        if (id != PacketScan.NO_ID && !over) {
            send("43", "46", arrival.namespace(), id, Outgoing.of(listener.answer(arrival)));
        }
    }

    private void acknowledgement(byte[] bytes, int to) {
        arrival.set(scan.namespace(), bytes, scan.data(), to, List.of());
        acknowledgement(scan.id());
    }

    private void acknowledgement(long id) {
        String wrong = acknowledgements.arrived(id, arrival);
        if (wrong != null) {
            listener.unexpected(wrong);
        }
    }

    private void awaitAttachments(Incomplete packet) {
        incomplete = packet;
        handOverIfComplete(packet);
    }

    @Override
    public void binary(byte[] bytes, int from, int to) {
        if (over) {
            return;
        }
        Incomplete packet = incomplete;
        if (packet == null) {
            listener.unexpected("an attachment of " + (to - from) + " bytes that no packet announced");
            return;
        }
        packet.add(Arrays.copyOfRange(bytes, from, to));
        handOverIfComplete(packet);
    }

    @Override
    public void drained() {
        stamped = false;
        listener.drained();
    }

    private void handOverIfComplete(Incomplete packet) {
        if (!packet.complete()) {
            return;
        }
        incomplete = null;
        packet.become(arrival);
        switch (packet.type()) {
            case EVENT -> event(packet.id());
            case ACKNOWLEDGEMENT -> acknowledgement(packet.id());
        }
    }

    @Override
    public void ended(String reason) {
        if (!over) {
            over = true;
            lifeline.ended(reason);
        }
    }
}
