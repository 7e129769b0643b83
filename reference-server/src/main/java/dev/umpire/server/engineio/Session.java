package dev.umpire.server.engineio;

import dev.umpire.server.engineio.packet.PacketType;
import dev.umpire.server.engineio.packet.WirePacket;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Engine.IO session, whatever carries it (Engine.IO v4, "Protocol"). Its state is touched on its loop only; the
 * public methods may be called from any thread.
 */
public final class Session {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final String id;
    private final Request request;
    private final Loop loop;
    private final EngineOptions options;
    private final Consumer<Session> onEnded;
    private final SessionEnd end;
    private final Revision revision;
    private final Liveness liveness;
    private final Inbox inbox;
    private final Outbox outbox;
    private final PollingRequests requests = new PollingRequests(this);
    private final WebSockets webSockets;

    private volatile Transport transport;
    private @Nullable SessionHandler handler;

    Session(
            String id,
            Request request,
            Loop loop,
            EngineOptions options,
            Traffic traffic,
            Transport transport,
            Consumer<Session> onEnded) {
        this.id = id;
        this.request = request;
        this.loop = loop;
        this.options = options;
        this.transport = transport;
        this.onEnded = onEnded;
        this.end = new SessionEnd(this, options.pingTimeout());
        this.webSockets = new WebSockets(this, options);
        this.revision = Revision.of(request);
        Runnable timeout = () -> end.reach(CloseReason.PING_TIMEOUT);
        this.liveness = revision == Revision.V4
                ? new Heartbeat(loop, options, this::ping, timeout)
                : new ClientHeartbeat(loop, options, timeout);
        this.inbox = new Inbox(this, revision.payloads(request), liveness, traffic);
        this.outbox = new Outbox(loop, options.maxBuffered(), new Outlet(), traffic);
    }

    public String id() {
        return id;
    }

    /** The request that opened the session. */
    public Request request() {
        return request;
    }

    /** What the client speaks. */
    public Revision revision() {
        return revision;
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
        return end.isAhead();
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
        outbox.then(() -> end.reach(reason));
    }

    /** Takes a WebSocket as a candidate for an upgrade. */
    public WebSocketConnection.Listener upgrade(WebSocketConnection candidate) {
        run(() -> webSockets.accept(candidate));
        return listener(candidate);
    }

    void open(SessionHandler.Factory handlers) {
        String data = options.openPacket(id, transport instanceof PollingTransport);
        transport.send(List.of(WirePacket.of(PacketType.OPEN, data)));
        liveness.start();
        LOG.atDebug()
                .addKeyValue("client", request.remoteAddress())
                .addKeyValue("transport", transportName())
                .log("session opened");
        handler = handlers.open(this);
        inbox.handler(handler);
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

    Inbox inbox() {
        return inbox;
    }

    SessionEnd end() {
        return end;
    }

    Transport transport() {
        return transport;
    }

    @Nullable PollingTransport polling() {
        return transport instanceof PollingTransport polling ? polling : null;
    }

    boolean isCarriedBy(WebSocketConnection connection) {
        return transport instanceof WebSocketTransport current && current.isFor(connection);
    }

    void upgraded(WebSocketConnection connection, List<WirePacket> kept) {
        transport = new WebSocketTransport(connection, revision);
        if (!kept.isEmpty()) {
            transport.send(kept);
        }
        end.upgraded(connection);
    }

    /** Ends a session whose client owes a pong, should the timer be late. */
    void endIfTimedOut() {
        if (liveness.isExpired()) {
            end.reach(CloseReason.PING_TIMEOUT);
        }
    }

    /** Tells what lives on this session that it is over. */
    void stopped(CloseReason reason) {
        // the id is a secret between client and server
        LOG.atDebug()
                .addKeyValue("client", request.remoteAddress())
                .addKeyValue("transport", transportName())
                .addKeyValue("reason", reason)
                .log("session ended");
        liveness.stop();
        if (handler != null) {
            handler.onClose(reason);
        }
    }

    /** Lets go of everything. */
    void finished() {
        onEnded.accept(this);
        webSockets.abandonUpgrade();
        PollingTransport polling = polling();
        if (polling != null) {
            polling.refuseData();
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
            if (end.isAhead()) {
                transport.send(packets);
            }
        }

        @Override
        public void exceeded() {
            end.reach(CloseReason.BUFFER_EXCEEDED);
        }
    }
}
