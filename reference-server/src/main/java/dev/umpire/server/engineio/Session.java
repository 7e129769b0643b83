package dev.umpire.server.engineio;

import dev.umpire.server.engineio.packet.MalformedPacketException;
import dev.umpire.server.engineio.packet.Packet;
import dev.umpire.server.engineio.packet.PacketDecoder;
import dev.umpire.server.engineio.packet.PacketType;
import dev.umpire.server.engineio.packet.Payloads;
import dev.umpire.server.engineio.packet.WirePacket;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One Engine.IO session, whatever carries it. Its state is touched on its loop only; the public methods may be called
 * from any thread.
 */
public final class Session {
    /** How long the close packet of a client waits for a GET that was sent before it on another connection. */
    private static final Duration OVERTAKEN_GET = Duration.ofMillis(50);

    private enum State {
        OPEN,
        /** Closed, but a polling client has yet to fetch its last packets. */
        CLOSING,
        CLOSED
    }

    private final String id;
    private final Request request;
    private final Loop loop;
    private final EngineOptions options;
    private final Consumer<Session> onEnded;
    private final Heartbeat heartbeat;
    private final Outbox outbox;
    private final PollingRequests requests = new PollingRequests(this);
    private final WebSockets webSockets;

    private volatile Transport transport;
    private volatile State state = State.OPEN;
    private @Nullable SessionHandler handler;
    private @Nullable Runnable atEnd;

    Session(
            String id,
            Request request,
            Loop loop,
            EngineOptions options,
            Transport transport,
            Consumer<Session> onEnded) {
        this.id = id;
        this.request = request;
        this.loop = loop;
        this.options = options;
        this.transport = transport;
        this.onEnded = onEnded;
        this.webSockets = new WebSockets(this, options);
        this.heartbeat = new Heartbeat(loop, options, this::ping, () -> end(CloseReason.PING_TIMEOUT));
        this.outbox = new Outbox(loop, options.maxBuffered(), new Outlet());
    }

    public String id() {
        return id;
    }

    /** The request that opened the session. */
    public Request request() {
        return request;
    }

    public Loop loop() {
        return loop;
    }

    /** The entry for this session's HTTP requests. */
    public PollingRequests requests() {
        return requests;
    }

    /** The transport in use: {@code polling} or {@code websocket}. */
    public String transportName() {
        return transport.name();
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** How many bytes wait for the client. */
    public long buffered() {
        return outbox.waiting();
    }

    /**
     * Sends packets in the order of the calls; without effect once the session is closed. When more waits than may,
     * volatile packets are dropped, and others end the session: with {@link CloseReason#BUFFER_EXCEEDED}.
     */
    public void send(Outgoing outgoing) {
        outbox.add(outgoing);
    }

    /** Ends the session after all that was sent before. */
    public void close(CloseReason reason) {
        outbox.then(() -> end(reason));
    }

    /** Takes a WebSocket as a candidate for an upgrade. */
    public WebSocketConnection.Listener upgrade(WebSocketConnection candidate) {
        run(() -> webSockets.accept(candidate));
        return listener(candidate);
    }

    void open(SessionHandler.Factory handlers) {
        String data = options.openPacket(id, transport instanceof PollingTransport);
        transport.send(List.of(WirePacket.of(PacketType.OPEN, data)));
        heartbeat.start();
        handler = handlers.open(this);
    }

    WebSocketConnection.Listener listener(WebSocketConnection connection) {
        return webSockets.listener(connection);
    }

    void run(Runnable task) {
        if (loop.isCurrent()) {
            task.run();
        } else {
            loop.execute(task);
        }
    }

    boolean isEnded() {
        return state == State.CLOSED;
    }

    @Nullable PollingTransport polling() {
        return transport instanceof PollingTransport polling ? polling : null;
    }

    boolean isCarriedBy(WebSocketConnection connection) {
        return transport instanceof WebSocketTransport current && current.isFor(connection);
    }

    /** Handles the packets of a POST in order; false if one of them is malformed, which ends the session. */
    boolean receivePayload(String body) {
        try {
            for (String part : Payloads.split(body)) {
                receive(PacketDecoder.decodePart(part));
            }
            return true;
        } catch (MalformedPacketException e) {
            end(CloseReason.PARSE_ERROR);
            return false;
        }
    }

    /** Runs a task now, or when a client that is leaving has left. */
    void whenLeft(Runnable task) {
        if (atEnd != null && state == State.CLOSING) {
            atEnd = task;
        } else {
            task.run();
        }
    }

    void upgraded(WebSocketConnection connection, List<WirePacket> kept) {
        transport = new WebSocketTransport(connection);
        if (!kept.isEmpty()) {
            transport.send(kept);
        }
        if (state == State.CLOSING) {
            connection.close(WebSocketConnection.NORMAL_CLOSURE);
            finish();
        }
    }

    /** Ends a session whose client owes a pong, should the timer be late. */
    void endIfTimedOut() {
        if (heartbeat.isExpired()) {
            end(CloseReason.PING_TIMEOUT);
        }
    }

    /** Says that a GET has taken all that a closing session had left. */
    void fetched() {
        if (state == State.CLOSING && transport instanceof PollingTransport polling && polling.isDrained()) {
            finish();
        }
    }

    /** Ends the session now, telling the client as far as its transport allows. */
    void end(CloseReason reason) {
        if (state != State.OPEN) {
            // a closing session has told its handler; only its client's fetching is left
            if (!reason.isByServer()) {
                finish();
            }
            return;
        }
        transport.close(reason);
        stop(reason);
        if (reason.isByServer() && transport instanceof PollingTransport polling && !polling.isDrained()) {
            loop.schedule(options.pingTimeout(), this::finish);
        } else {
            finish();
        }
    }

    private void finish() {
        if (state == State.CLOSED) {
            return;
        }
        state = State.CLOSED;
        onEnded.accept(this);
        webSockets.abandonUpgrade();
        if (transport instanceof PollingTransport polling) {
            polling.refuseData();
        }
        if (atEnd != null) {
            atEnd.run();
        }
    }

    void receive(Packet packet) throws MalformedPacketException {
        if (packet instanceof Packet.Binary binary) {
            receive(binary.data());
        } else if (packet instanceof Packet.Text text && state == State.OPEN && handler != null) {
            switch (text.type()) {
                case MESSAGE -> handler.onMessage(text.data());
                case PONG -> heartbeat.pong();
                case CLOSE -> closedByClient();
                case PING -> throw new MalformedPacketException("a ping from a client: only servers ping");
                // of no use to a server, and harmless
                case OPEN, UPGRADE, NOOP -> {}
            }
        }
    }

    void receive(byte[] message) {
        if (state == State.OPEN && handler != null) {
            handler.onMessage(message);
        }
    }

    private void closedByClient() {
        PollingTransport polling = polling();
        if (polling == null || polling.closedByClient()) {
            end(CloseReason.TRANSPORT_CLOSE);
        } else {
            stop(CloseReason.TRANSPORT_CLOSE);
            atEnd = () -> {};
            loop.schedule(OVERTAKEN_GET, this::finish);
        }
    }

    private void stop(CloseReason reason) {
        state = State.CLOSING;
        heartbeat.stop();
        if (handler != null) {
            handler.onClose(reason);
        }
    }

    private void ping() {
        transport.send(List.of(WirePacket.of(PacketType.PING)));
    }

    /** Where the outbox leads: the transport of the moment. */
    private final class Outlet implements Outbox.Outlet {
        @Override
        public boolean isWritable() {
            return transport.isWritable();
        }

        @Override
        public long waiting() {
            return transport.waiting();
        }

        @Override
        public void transmit(List<WirePacket> packets) {
            if (state == State.OPEN) {
                transport.send(packets);
            }
        }

        @Override
        public void exceeded() {
            end(CloseReason.BUFFER_EXCEEDED);
        }
    }
}
