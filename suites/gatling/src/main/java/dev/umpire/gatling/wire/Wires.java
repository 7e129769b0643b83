package dev.umpire.gatling.wire;

/** Begins sessions. */
public final class Wires {
    private Wires() {}

    /**
     * Begins a session; what becomes of it, the listener hears on the event loop of the virtual user.
     *
     * @param visitor the virtual user
     */
    public static Wire connect(
            Transport transport, Requests requests, Visitor visitor, Address address, WireListener listener) {
        return switch (transport) {
            case WEBSOCKET -> WebSocketWire.connect(requests, visitor, address, listener);
            case POLLING -> PollingWire.connect(requests, visitor, address, listener);
            case UPGRADE -> UpgradingWire.connect(requests, visitor, address, listener);
        };
    }
}
