package dev.umpire.server.socketio;

import dev.umpire.server.engineio.CloseReason;
import dev.umpire.server.engineio.Outgoing;
import dev.umpire.server.socketio.packet.Packet;
import dev.umpire.server.socketio.packet.PacketType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One client in one namespace. Callable from any thread; handlers run on the connection's event loop. */
public final class Socket {
    private final Continuity continuity;
    private final Namespace namespace;
    private final Client client;
    private final Handshake handshake;
    private final Listeners listeners = new Listeners();
    private final AckTable acks = new AckTable();
    /** Guarded by this: nothing is sent to the client between its disconnection and a new connection. */
    private boolean connected;

    Socket(Continuity continuity, Namespace namespace, Client client, Handshake handshake) {
        this.continuity = continuity;
        this.namespace = namespace;
        this.client = client;
        this.handshake = handshake;
    }

    /** The public id, which is also the name of a room with this socket alone. */
    public String id() {
        return continuity.socketId();
    }

    public Namespace namespace() {
        return namespace;
    }

    public Handshake handshake() {
        return handshake;
    }

    /** Whatever the application keeps with this socket; it is there again after a recovery. */
    public Map<String, Object> data() {
        return continuity.data();
    }

    /** Whether this is a socket that was cut off and came back, with its id, rooms, data and what it missed. */
    public boolean recovered() {
        return continuity.isResumed();
    }

    /** The transport in use: {@code polling} or {@code websocket}. */
    public String transport() {
        return client.transportName();
    }

    public synchronized boolean isConnected() {
        return connected;
    }

    /** Handles an event; several handlers of one event are called in the order of registration. */
    public Socket on(String event, EventListener listener) {
        listeners.on(event, listener);
        return this;
    }

    /** Sees every event first. */
    public Socket onAny(AnyEventListener listener) {
        listeners.onAny(listener);
        return this;
    }

    /** Called once, with the reason in the words of the Node implementation, after the socket left its rooms. */
    public Socket onDisconnect(Consumer<String> listener) {
        listeners.onDisconnect(listener);
        return this;
    }

    /**
     * Emits to this client alone.
     *
     * @throws IllegalArgumentException if an argument cannot be written as JSON
     */
    public void emit(String event, @Nullable Object... args) {
        namespace.emit(this, event, args);
    }

    /** Emits the event {@code message}. */
    public void send(@Nullable Object... args) {
        emit("message", args);
    }

    /** Like {@link #emit}, but dropped if the client cannot take it at once. */
    public void emitVolatile(String event, @Nullable Object... args) {
        deliver(namespace.encode(Events.packet(namespace.name(), null, event, args), true));
    }

    /** Emits and waits for the answer as long as the connection lasts. */
    public CompletableFuture<List<@Nullable Object>> emitWithAck(String event, @Nullable Object... args) {
        return new TimedEmit(this, null).emitWithAck(event, args);
    }

    /** Limits the time for an answer. */
    public TimedEmit timeout(Duration timeout) {
        return new TimedEmit(this, timeout);
    }

    /** Everybody in the namespace but this socket. */
    public BroadcastOperator broadcast() {
        return namespace.broadcastTo(Selection.ALL.except(id()));
    }

    /** Everybody in one of the rooms but this socket; without rooms nobody. */
    public BroadcastOperator to(String... rooms) {
        return broadcast().to(rooms);
    }

    /** Everybody in the namespace but this socket and the members of the rooms. */
    public BroadcastOperator except(String... rooms) {
        return broadcast().except(rooms);
    }

    /** Joins rooms; without effect once disconnected. */
    public synchronized void join(String... rooms) {
        if (connected) {
            namespace.adapter().join(id(), List.of(rooms));
        }
    }

    public void leave(String room) {
        namespace.adapter().leave(id(), room);
    }

    /** The rooms as they are now, the one named by the socket's own id included. */
    public Set<String> rooms() {
        return namespace.adapter().roomsOf(id());
    }

    /**
     * Disconnects from the namespace after all that was emitted before.
     *
     * @param close whether to disconnect from all namespaces and to close the connection
     */
    public void disconnect(boolean close) {
        if (close) {
            client.disconnect();
        } else {
            disconnect("server namespace disconnect", true);
        }
    }

    /** Sends what was encoded, unless disconnected; under the lock, so that it cannot follow a DISCONNECT. */
    synchronized boolean deliver(Outgoing outgoing) {
        if (connected) {
            client.send(outgoing);
        }
        return connected;
    }

    /** Sends an event that is remembered, unless disconnected. */
    void deliver(Outgoing outgoing, long place) {
        continuity.address(place);
        deliver(outgoing);
    }

    /**
     * Answers the CONNECT and becomes a member of the namespace.
     *
     * @return false if it was to come back and what it missed is not known any more; nothing was sent then
     */
    boolean connect() {
        return continuity.enter(handshake.auth(), this::enter);
    }

    private synchronized void enter(Set<String> rooms, List<Outgoing> missed) {
        connected = true;
        client.send(namespace.encode(client.dialect().connected(namespace.name(), id(), continuity.pid()), false));
        missed.forEach(client::send);
        namespace.add(this, rooms);
    }

    /** Was not let in. */
    void turnedAway() {
        continuity.giveBack();
    }

    /** Ends this socket; {@code tell} the client with a DISCONNECT. */
    void disconnect(String reason, boolean tell) {
        disconnect(reason, tell, false);
    }

    private void disconnect(String reason, boolean tell, boolean mayReturn) {
        synchronized (this) {
            if (!connected) {
                return;
            }
            connected = false;
            if (tell) {
                client.send(namespace.encode(new Packet(PacketType.DISCONNECT, namespace.name()), false));
            }
            if (mayReturn) {
                continuity.cutOff(rooms(), () -> namespace.remove(this));
            } else {
                namespace.remove(this);
            }
        }
        client.run(() -> {
            client.remove(this);
            acks.end();
            listeners.disconnect(reason);
        });
    }

    void closed(CloseReason reason) {
        disconnect(reason.toString(), false, reason != CloseReason.PARSE_ERROR);
    }

    void receive(Packet packet) {
        List<@Nullable Object> data = packet.list();
        if (packet.type() == PacketType.ACK) {
            if (packet.id() != null) {
                acks.answer(packet.id(), data);
            }
            return;
        }
        listeners.event(String.valueOf(data.get(0)), data.subList(1, data.size()), new SocketAck(this, packet.id()));
    }

    AckTable acks() {
        return acks;
    }
}
