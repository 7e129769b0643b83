package dev.umpire.server.engineio;

import dev.umpire.server.engineio.packet.MalformedPacketException;
import dev.umpire.server.engineio.packet.PacketDecoder;
import org.jspecify.annotations.Nullable;

/**
 * The WebSockets of one session: the candidate of an upgrade and the one in use. Confined to the session's loop, to
 * which the listeners bring what arrives on the connections' own.
 */
final class WebSockets {
    private final Session session;
    private final EngineOptions options;
    private @Nullable Upgrade upgrade;

    WebSockets(Session session, EngineOptions options) {
        this.session = session;
        this.options = options;
    }

    /** Starts the upgrade of an open polling session; refuses any WebSocket beside another. */
    void accept(WebSocketConnection candidate) {
        PollingTransport polling = session.polling();
        if (session.isOpen() && upgrade == null && polling != null) {
            upgrade = new Upgrade(session, polling, candidate, options, () -> upgrade = null);
        } else {
            // "A client MUST NOT open more than one WebSocket connection per session" (Engine.IO v4, "WebSocket")
            candidate.close(WebSocketConnection.POLICY_VIOLATION);
        }
    }

    /** Gives up an upgrade that is under way. */
    void abandonUpgrade() {
        if (upgrade != null) {
            upgrade.abandon();
        }
    }

    WebSocketConnection.Listener listener(WebSocketConnection connection) {
        return new WebSocketConnection.Listener() {
            @Override
            public void onText(String text) {
                session.run(() -> receive(connection, text));
            }

            @Override
            public void onBinary(byte[] bytes) {
                session.run(() -> receive(connection, bytes));
            }

            @Override
            public void onClosed() {
                session.run(() -> lost(connection));
            }
        };
    }

    private void receive(WebSocketConnection connection, String text) {
        if (upgrade != null && upgrade.isFor(connection)) {
            upgrade.receive(text);
        } else if (session.isCarriedBy(connection)) {
            try {
                session.inbox().receive(PacketDecoder.decode(text));
            } catch (MalformedPacketException e) {
                session.end().reach(CloseReason.PARSE_ERROR);
            }
        }
    }

    private void receive(WebSocketConnection connection, byte[] bytes) {
        if (upgrade != null && upgrade.isFor(connection)) {
            upgrade.abandon();
        } else if (session.isCarriedBy(connection)) {
            try {
                session.inbox().receiveFrame(bytes);
            } catch (MalformedPacketException e) {
                session.end().reach(CloseReason.PARSE_ERROR);
            }
        }
    }

    private void lost(WebSocketConnection connection) {
        if (upgrade != null && upgrade.isFor(connection)) {
            upgrade.abandon();
        } else if (session.isCarriedBy(connection)) {
            session.end().reach(CloseReason.TRANSPORT_CLOSE);
        }
    }
}
