package dev.umpire.server.engineio;

/** Brings what arrives on a WebSocket to the session's loop, which need not be the connection's. */
final class WebSocketListener implements WebSocketConnection.Listener {
    private final Session session;
    private final WebSocketConnection connection;

    WebSocketListener(Session session, WebSocketConnection connection) {
        this.session = session;
        this.connection = connection;
    }

    @Override
    public void onText(String text) {
        session.run(() -> session.receive(connection, text));
    }

    @Override
    public void onBinary(byte[] bytes) {
        session.run(() -> session.receive(connection, bytes));
    }

    @Override
    public void onClosed() {
        session.run(() -> session.lost(connection));
    }
}
