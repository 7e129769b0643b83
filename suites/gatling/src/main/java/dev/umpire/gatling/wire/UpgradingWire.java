package dev.umpire.gatling.wire;

import dev.umpire.fixtures.wire.Handshake;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A session that begins with polling and goes on over WebSocket (Engine.IO v4, "Upgrade"). What is sent meanwhile goes
 * over polling, or waits for the WebSocket when polling has paused.
 */
final class UpgradingWire implements Wire {
    private static final String PROBE = "2probe";
    private static final String PROBED = "3probe";
    private static final String UPGRADE = "5";

    private final Requests requests;
    private final Visitor visitor;
    private final Address address;
    private final WireListener listener;
    private @Nullable PollingWire polling;
    private @Nullable WebSocketWire webSocket;
    private boolean upgraded;
    private boolean over;

    private UpgradingWire(Requests requests, Visitor visitor, Address address, WireListener listener) {
        this.requests = requests;
        this.visitor = visitor;
        this.address = address;
        this.listener = listener;
    }

    /** Begins a session. */
    static UpgradingWire connect(Requests requests, Visitor visitor, Address address, WireListener listener) {
        UpgradingWire wire = new UpgradingWire(requests, visitor, address, listener);
        wire.polling = PollingWire.connect(requests, visitor, address, wire.new Polled());
        return wire;
    }

    @Override
    public void send(String packet) {
        current().send(packet);
    }

    @Override
    public void send(byte[] attachment) {
        current().send(attachment);
    }

    @Override
    public void close() {
        over = true;
        if (webSocket != null) {
            webSocket.close();
        }
        if (polling != null && !upgraded) {
            polling.close();
        }
    }

    @Override
    public void reading(boolean takes) {
        current().reading(takes);
    }

    private Wire current() {
        Wire wire = upgraded ? webSocket : polling;
        if (wire == null) {
            throw new IllegalStateException("the session is not open");
        }
        return wire;
    }

    private void probed() {
        PollingWire before = polling;
        if (before != null) {
            before.pause(() -> switchOver(before));
        }
    }

    private void switchOver(PollingWire before) {
        WebSocketWire wire = webSocket;
        if (over || wire == null) {
            return;
        }
        upgraded = true;
        wire.send(UPGRADE);
        before.leaveUnsentTo(wire);
        listener.settled();
    }

    private void end(String reason) {
        if (!over) {
            close();
            listener.ended(reason);
        }
    }

    /** What comes over polling. */
    private final class Polled implements WireListener {
        @Override
        public void opened(Handshake handshake) {
            if (!handshake.upgrades().contains("websocket")) {
                end("the server offers no upgrade to WebSocket");
                return;
            }
            listener.opened(handshake);
            webSocket = WebSocketWire.probe(requests, visitor, address, handshake.sid(), new Probed());
        }

        @Override
        public void settled() {
            // the upgrade follows
        }

        @Override
        public void text(byte[] bytes, int from, int to) {
            listener.text(bytes, from, to);
        }

        @Override
        public void binary(byte[] bytes, int from, int to) {
            listener.binary(bytes, from, to);
        }

        @Override
        public void drained() {
            listener.drained();
        }

        @Override
        public void ended(String reason) {
            end(reason);
        }
    }

    /** What comes over WebSocket. */
    private final class Probed implements WireListener {
        @Override
        public void opened(Handshake handshake) {
            end("the server opened a second session instead of the upgrade");
        }

        @Override
        public void settled() {
            if (webSocket != null) {
                webSocket.send(PROBE);
            }
        }

        @Override
        public void text(byte[] bytes, int from, int to) {
            if (upgraded) {
                listener.text(bytes, from, to);
                return;
            }
            String packet = new String(bytes, from, to - from, StandardCharsets.UTF_8);
            if (packet.equals(PROBED)) {
                probed();
            } else {
                end("the server answered the probe of the upgrade with " + packet);
            }
        }

        @Override
        public void binary(byte[] bytes, int from, int to) {
            listener.binary(bytes, from, to);
        }

        @Override
        public void drained() {
            listener.drained();
        }

        @Override
        public void ended(String reason) {
            end(upgraded ? reason : "the upgrade to WebSocket failed: " + reason);
        }
    }
}
