package dev.umpire.server.engineio;

import dev.umpire.server.engineio.packet.LegacyPayloads;
import dev.umpire.server.engineio.packet.MalformedPacketException;
import dev.umpire.server.engineio.packet.Packet;
import dev.umpire.server.engineio.packet.PacketType;
import dev.umpire.server.engineio.packet.PayloadFormat;
import dev.umpire.server.engineio.packet.WirePacket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the client of one session sends, packet by packet (Engine.IO v4, "Protocol"): messages go to what lives on the
 * session, signs of life to its heartbeat. Confined to the session's loop.
 */
final class Inbox {
    private final Session session;
    private final PayloadFormat payloads;
    private final Liveness liveness;
    private final Traffic traffic;
    private @Nullable SessionHandler handler;

    Inbox(Session session, PayloadFormat payloads, Liveness liveness, Traffic traffic) {
        this.session = session;
        this.payloads = payloads;
        this.liveness = liveness;
        this.traffic = traffic;
    }

    /** Who gets the messages. */
    void handler(SessionHandler receiver) {
        handler = receiver;
    }

    /** Handles the packets of a POST in order; false if one of them is malformed, which ends the session. */
    boolean receivePayload(String body) {
        try {
            payloads.read(body, this::receive);
            return true;
        } catch (MalformedPacketException e) {
            session.end().reach(CloseReason.PARSE_ERROR);
            return false;
        }
    }

    /** The same, for a POST of bytes, which Engine.IO v3 has. */
    boolean receivePayload(byte[] body) {
        try {
            LegacyPayloads.read(body, this::receive);
            return true;
        } catch (MalformedPacketException e) {
            session.end().reach(CloseReason.PARSE_ERROR);
            return false;
        }
    }

    void receive(Packet packet) throws MalformedPacketException {
        if (packet instanceof Packet.Binary binary) {
            receive(binary.data());
        } else if (packet instanceof Packet.Text text && session.isOpen() && handler != null) {
            switch (text.type()) {
                case MESSAGE -> {
                    traffic.received();
                    handler.onMessage(text.data());
                }
                case PONG -> pong();
                case CLOSE -> session.end().reachByClient();
                case PING -> pinged(text.data());
                // of no use to a server, and harmless
                case OPEN, UPGRADE, NOOP -> {}
            }
        }
    }

    /** Takes the bytes of a binary WebSocket message. */
    void receiveFrame(byte[] bytes) throws MalformedPacketException {
        receive(session.revision() == Revision.V4 ? bytes : LegacyPayloads.message(bytes));
    }

    private void receive(byte[] message) {
        if (session.isOpen() && handler != null) {
            traffic.received();
            handler.onMessage(message);
        }
    }

    private void pong() throws MalformedPacketException {
        if (session.revision() == Revision.V3) {
            throw new MalformedPacketException("a pong from a client: in Engine.IO v3 only servers pong");
        }
        liveness.heard();
    }

    private void pinged(String data) throws MalformedPacketException {
        if (session.revision() == Revision.V4) {
            throw new MalformedPacketException("a ping from a client: only servers ping");
        }
        liveness.heard();
        session.transport().send(List.of(WirePacket.of(PacketType.PONG, data)));
    }
}
