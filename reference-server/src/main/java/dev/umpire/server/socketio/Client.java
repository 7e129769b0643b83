package dev.umpire.server.socketio;

import dev.umpire.server.engineio.CloseReason;
import dev.umpire.server.engineio.Loop;
import dev.umpire.server.engineio.Outgoing;
import dev.umpire.server.engineio.Request;
import dev.umpire.server.engineio.Session;
import dev.umpire.server.engineio.SessionHandler;
import dev.umpire.server.engineio.packet.WirePacket;
import dev.umpire.server.socketio.packet.MalformedPacketException;
import dev.umpire.server.socketio.packet.Packet;
import dev.umpire.server.socketio.packet.PacketDecoder;
import dev.umpire.server.socketio.packet.PacketType;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One connection and its sockets, at most one for each namespace (Socket.IO v5, "Exchange protocol"). Handles packets
 * on the session's loop.
 */
public final class Client implements SessionHandler {
    private final Session session;
    private final Namespaces namespaces;
    private final Dialect dialect;
    private final PacketDecoder decoder;
    private final Loop.Timer connectTimer;
    private final Map<String, Socket> sockets = new ConcurrentHashMap<>();
    private final Set<String> connecting = new HashSet<>();
    private volatile boolean closing;

    private Client(Session session, Namespaces namespaces) {
        this.session = session;
        this.namespaces = namespaces;
        this.dialect = Dialect.of(session.revision());
        this.decoder = new PacketDecoder(namespaces.options().maxAttachments());
        this.connectTimer = session.loop().schedule(namespaces.options().connectTimeout(), this::closeIfUnused);
    }

    /** Makes what lives on a session, and connects it to the main namespace where its client does not ask. */
    public static Client open(Session session, Namespaces namespaces) {
        Client client = new Client(session, namespaces);
        if (client.dialect == Dialect.LEGACY) {
            client.join(new Packet(PacketType.CONNECT, "/"));
        }
        return client;
    }

    @Override
    public void onMessage(String text) {
        if (closing) {
            return;
        }
        try {
            Packet packet = decoder.add(text);
            if (packet != null) {
                receive(packet);
            } else if (!sockets.containsKey(String.valueOf(decoder.pendingNamespace()))) {
                throw new MalformedPacketException("attachments for a namespace that was not joined");
            }
        } catch (MalformedPacketException e) {
            close();
        }
    }

    @Override
    public void onMessage(byte[] bytes) {
        if (closing) {
            return;
        }
        try {
            Packet packet = decoder.add(bytes);
            if (packet != null) {
                receive(packet);
            }
        } catch (MalformedPacketException e) {
            close();
        }
    }

    @Override
    public void onClose(CloseReason reason) {
        closing = true;
        connectTimer.cancel();
        for (Socket socket : List.copyOf(sockets.values())) {
            socket.closed(reason);
        }
    }

    Dialect dialect() {
        return dialect;
    }

    String transportName() {
        return session.transportName();
    }

    void send(Outgoing outgoing) {
        session.send(outgoing);
    }

    /** Runs a task on the session's loop: now if the caller is on it. */
    void run(Runnable task) {
        if (session.loop().isCurrent()) {
            task.run();
        } else {
            session.loop().execute(task);
        }
    }

    /** Disconnects all sockets and closes the connection, after all that was emitted before. */
    void disconnect() {
        for (Socket socket : List.copyOf(sockets.values())) {
            socket.disconnect("server namespace disconnect", true);
        }
        close();
    }

    void remove(Socket socket) {
        if (sockets.remove(socket.namespace().name(), socket)) {
            namespaces.release(socket.namespace());
        }
    }

    private void close() {
        closing = true;
        session.close(CloseReason.FORCED_CLOSE);
    }

    private void closeIfUnused() {
        if (sockets.isEmpty()) {
            close();
        }
    }

    private void receive(Packet packet) throws MalformedPacketException {
        Socket socket = sockets.get(packet.namespace());
        if (socket == null) {
            if (packet.type() != PacketType.CONNECT) {
                throw new MalformedPacketException("a packet for a namespace that was not joined");
            }
            connect(packet);
            return;
        }
        switch (packet.type()) {
            case EVENT, ACK -> {
                // a disconnection on another thread may be on its way here
                if (socket.isConnected()) {
                    socket.receive(packet);
                }
            }
            case DISCONNECT -> socket.disconnect("client namespace disconnect", false);
            default -> throw new MalformedPacketException(packet.type() + " for a namespace that was joined");
        }
    }

    private void connect(Packet packet) throws MalformedPacketException {
        String name = dialect.namespace(packet.namespace());
        if (connecting.contains(name) || sockets.containsKey(name)) {
            throw new MalformedPacketException("a second CONNECT for one namespace");
        }
        join(new Packet(packet.type(), name, null, packet.data()));
    }

    private void join(Packet packet) {
        String name = packet.namespace();
        connecting.add(name);
        if (sockets.size() + connecting.size() > namespaces.options().maxNamespaces()) {
            turnAway(name, "Too many namespaces");
            return;
        }
        boolean tooLong = name.length() > namespaces.options().maxNamespaceLength();
        Namespace namespace = tooLong ? null : namespaces.acquire(name);
        if (namespace == null) {
            turnAway(name, "Invalid namespace");
            return;
        }
        Handshake handshake = handshake(packet);
        StateRecovery recovery = namespace.recovery();
        SavedSession claimed = recovery == null ? null : recovery.claim(handshake.auth());
        if (recovery == null || claimed == null) {
            admit(newSocket(namespace, handshake));
            return;
        }
        Socket socket = new Socket(Continuity.resume(claimed, recovery), namespace, this, handshake);
        if (recovery.skipsMiddleware()) {
            decided(socket, null);
        } else {
            admit(socket);
        }
    }

    private void turnAway(String name, String message) {
        connecting.remove(name);
        refuse(name, new Admission.Refusal(message, null));
    }

    private Socket newSocket(Namespace namespace, Handshake handshake) {
        String expected = dialect.socketId(session.id(), namespace.name());
        String id = expected == null ? namespaces.options().ids().socketId(session.id()) : expected;
        return new Socket(Continuity.begin(id, namespace.recovery()), namespace, this, handshake);
    }

    private void admit(Socket socket) {
        new Admission(socket, this, refusal -> decided(socket, refusal)).next();
    }

    private void decided(Socket socket, Admission.@Nullable Refusal refusal) {
        Namespace namespace = socket.namespace();
        if (closing || refusal != null) {
            connecting.remove(namespace.name());
            socket.turnedAway();
            namespaces.release(namespace);
            if (!closing && refusal != null) {
                refuse(namespace.name(), refusal);
            }
            return;
        }
        // before it connects: an event that reaches the client at once may be answered at once
        sockets.put(namespace.name(), socket);
        if (socket.connect()) {
            connecting.remove(namespace.name());
            connectTimer.cancel();
            namespace.connected(socket);
        } else {
            sockets.remove(namespace.name(), socket);
            admit(newSocket(namespace, socket.handshake()));
        }
    }

    private void refuse(String namespace, Admission.Refusal refusal) {
        Packet error = dialect.refused(namespace, refusal);
        session.send(Outgoing.of(
                WirePacket.message(namespaces.options().encoder().encode(error).text())));
    }

    @SuppressWarnings("unchecked") // the decoder lets only objects through
    private Handshake handshake(Packet packet) {
        Request request = session.request();
        return new Handshake(
                packet.data() == null ? Map.of() : (Map<String, @Nullable Object>) packet.data(),
                request.headers(),
                request.query(),
                request.remoteAddress(),
                Instant.now());
    }
}
