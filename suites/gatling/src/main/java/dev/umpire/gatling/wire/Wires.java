package dev.umpire.gatling.wire;

import io.gatling.core.session.Session;

/** Begins sessions. */
public final class Wires {
    private Wires() {}

    /**
     * Begins a session; what becomes of it, the listener hears on the event loop of the virtual user.
     *
     * @param session the virtual user
     */
    public static Wire connect(
            Transport transport, Requests requests, Session session, Address address, WireListener listener) {
        return switch (transport) {
            case WEBSOCKET -> WebSocketWire.connect(requests, session, address, listener);
            case POLLING -> PollingWire.connect(requests, session, address, listener);
            case UPGRADE -> UpgradingWire.connect(requests, session, address, listener);
        };
    }
}
