package dev.umpire.server.socketio;

import dev.umpire.server.engineio.Outgoing;
import dev.umpire.server.engineio.SessionIds;
import dev.umpire.server.engineio.packet.WirePacket;
import dev.umpire.server.socketio.packet.EncodedPacket;
import dev.umpire.server.socketio.packet.Packet;
import dev.umpire.server.socketio.packet.PacketEncoder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A namespace: its sockets, its rooms, and who may connect (Socket.IO documentation, "Namespaces"). Callable from any
 * thread.
 */
public final class Namespace implements BroadcastTarget {
    private final String name;
    private final PacketEncoder encoder;
    private final Adapter adapter;
    private final @Nullable StateRecovery recovery;
    private final @Nullable ConnectionRules inherited;
    private final ConnectionRules rules = new ConnectionRules();
    private final Map<String, Socket> sockets = new ConcurrentHashMap<>();
    private final AtomicLong ackIds = new AtomicLong();

    /**
     * Makes an empty namespace.
     *
     * @param inherited the rules of the dynamic namespace this one belongs to, which come before its own
     */
    Namespace(String name, SocketIoOptions options, @Nullable ConnectionRules inherited) {
        this.name = name;
        this.encoder = options.encoder();
        this.adapter = options.adapters().create(name);
        this.recovery = options.recovery().covers(name)
                ? new StateRecovery(options.recovery(), SessionIds.random()::engineId, System::nanoTime)
                : null;
        this.inherited = inherited;
    }

    /** The name, starting with {@code /}. */
    public String name() {
        return name;
    }

    /** Called for each socket that connected, on its connection's event loop. */
    public Namespace onConnection(Consumer<Socket> handler) {
        rules.onConnection.add(handler);
        return this;
    }

    /** Adds middleware, asked after that which was added before. */
    public Namespace use(Middleware middleware) {
        rules.middleware.add(middleware);
        return this;
    }

    @Override
    public BroadcastOperator broadcastTo(Selection selection) {
        return new BroadcastOperator(() -> List.of(this), selection);
    }

    Stream<Middleware> middleware() {
        Stream<Middleware> own = rules.middleware.stream();
        return inherited == null ? own : Stream.concat(inherited.middleware.stream(), own);
    }

    /** Tells the application of a new socket. */
    void connected(Socket socket) {
        Stream<Consumer<Socket>> own = rules.onConnection.stream();
        (inherited == null ? own : Stream.concat(inherited.onConnection.stream(), own))
                .forEach(handler -> Listeners.guard("connection", () -> handler.accept(socket)));
    }

    int socketCount() {
        return sockets.size();
    }

    Adapter adapter() {
        return adapter;
    }

    @Nullable Socket socket(String id) {
        return sockets.get(id);
    }

    /** What is remembered of those who were cut off, or null if nothing is. */
    @Nullable StateRecovery recovery() {
        return recovery;
    }

    /** Whether a client that was cut off may still come back. */
    boolean awaitsAnyone() {
        return recovery != null && recovery.awaitsAnyone();
    }

    void add(Socket socket, Collection<String> rooms) {
        sockets.put(socket.id(), socket);
        adapter.join(socket.id(), rooms);
    }

    void remove(Socket socket) {
        adapter.leaveAll(socket.id());
        sockets.remove(socket.id());
    }

    long nextAckId() {
        return ackIds.getAndIncrement();
    }

    /** Emits to whom a selection names; encoded once for all who receive it. */
    void emit(Selection selection, boolean isVolatile, String event, @Nullable Object... args) {
        if (recovery == null || isVolatile) {
            Outgoing outgoing = encode(Events.packet(name, null, event, args), isVolatile);
            forEachPresent(adapter.select(selection), socket -> socket.deliver(outgoing));
        } else {
            recovery.emit(
                    selection,
                    encoding(event, args),
                    (outgoing, place) ->
                            forEachPresent(adapter.select(selection), socket -> socket.deliver(outgoing, place)));
        }
    }

    /** Emits to one socket, be it back on another connection. */
    void emit(Socket receiver, String event, @Nullable Object... args) {
        if (recovery == null) {
            receiver.deliver(encode(Events.packet(name, null, event, args), false));
        } else {
            recovery.emit(
                    Selection.ALL.to(receiver.id()),
                    encoding(event, args),
                    (outgoing, place) ->
                            forEachPresent(List.of(receiver.id()), socket -> socket.deliver(outgoing, place)));
        }
    }

    private Function<String, Outgoing> encoding(String event, @Nullable Object... args) {
        return offset -> encode(Events.withOffset(name, offset, event, args), false);
    }

    private void forEachPresent(Collection<String> ids, Consumer<Socket> action) {
        for (String id : ids) {
            Socket socket = sockets.get(id);
            if (socket != null) {
                action.accept(socket);
            }
        }
    }

    /** Encodes a packet for any number of receivers. */
    Outgoing encode(Packet packet, boolean isVolatile) {
        EncodedPacket encoded = encoder.encode(packet);
        WirePacket text = WirePacket.message(encoded.text());
        if (encoded.attachments().isEmpty()) {
            return new Outgoing(List.of(text), isVolatile);
        }
        List<WirePacket> packets = new ArrayList<>(encoded.attachments().size() + 1);
        packets.add(text);
        for (byte[] attachment : encoded.attachments()) {
            packets.add(WirePacket.message(attachment));
        }
        return new Outgoing(packets, isVolatile);
    }
}
