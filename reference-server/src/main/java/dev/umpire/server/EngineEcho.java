package dev.umpire.server;

import dev.umpire.server.engineio.CloseReason;
import dev.umpire.server.engineio.Outgoing;
import dev.umpire.server.engineio.Session;
import dev.umpire.server.engineio.SessionHandler;
import dev.umpire.server.engineio.packet.WirePacket;

/** Sends every message back as it came. */
record EngineEcho(Session session) implements SessionHandler {
    @Override
    public void onMessage(String text) {
        session.send(Outgoing.of(WirePacket.message(text)));
    }

    @Override
    public void onMessage(byte[] bytes) {
        session.send(Outgoing.of(WirePacket.message(bytes)));
    }

    @Override
    public void onClose(CloseReason reason) {}
}
