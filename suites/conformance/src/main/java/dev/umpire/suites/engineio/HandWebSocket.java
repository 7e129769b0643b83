package dev.umpire.suites.engineio;

import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.packet.EnginePacket;
import dev.umpire.fixtures.packet.MalformedPacketException;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.wire.Frame;
import dev.umpire.fixtures.wire.Handshake;
import dev.umpire.fixtures.wire.RawWebSocket;
import dev.umpire.suites.rule.Clients;
import java.util.Optional;

/** A session on a WebSocket led by hand; the steps of an upgrade are taken one by one (Engine.IO v4, "Upgrade"). */
final class HandWebSocket {
    private final RawWebSocket socket;
    private final String sid;
    private final Home home;

    private HandWebSocket(RawWebSocket socket, String sid, Home home) {
        this.socket = socket;
        this.sid = sid;
        this.home = home;
    }

    /** A session that began on a WebSocket and is in a namespace. */
    static HandWebSocket joined(Clients clients) {
        HandWebSocket webSocket = Clients.prerequisite("EIO-OPEN-WEBSOCKET", () -> {
            RawWebSocket socket = clients.rawWebSocket("");
            Handshake open = Handshake.of(packet(socket.nextData()));
            return new HandWebSocket(socket, open.sid(), new Home(clients));
        });
        webSocket.send(webSocket.home.connect());
        Clients.prerequisite("SIO-CONNECT-MAIN", () -> {
            webSocket.home.join(webSocket::nextPacket);
            return webSocket;
        });
        return webSocket;
    }

    /** A WebSocket that is to take over a polling session, on which nothing was sent yet. */
    static HandWebSocket candidate(Clients clients, PollingSession session) {
        RawWebSocket socket = Clients.prerequisite("EIO-UPGRADE-PROBE", () -> clients.rawWebSocket(session.sid()));
        return new HandWebSocket(socket, session.sid(), session.home());
    }

    /** A WebSocket that is to take over a polling session, on which the probe was answered. */
    static HandWebSocket probed(Clients clients, PollingSession session) {
        HandWebSocket candidate = candidate(clients, session);
        return Clients.prerequisite("EIO-UPGRADE-PROBE", candidate::probe);
    }

    /** A WebSocket to which a polling session has moved. */
    static HandWebSocket upgraded(Clients clients, PollingSession session) {
        HandWebSocket webSocket = probed(clients, session);
        webSocket.send("5");
        return webSocket;
    }

    /** A WebSocket to which a polling session has moved, and on which it answers. */
    static HandWebSocket moved(Clients clients, PollingSession session) {
        HandWebSocket webSocket = upgraded(clients, session);
        return Clients.prerequisite("EIO-UPGRADE-COMPLETE", () -> {
            webSocket.expectUsable();
            return webSocket;
        });
    }

    /** Sends the probe and insists on its answer. */
    HandWebSocket probe() {
        send("2probe");
        String answer = socket.nextData().text();
        expect(answer.equals("3probe"), "3probe in answer to 2probe", answer);
        return this;
    }

    /** Sends packets, each in a frame of its own. */
    void send(String... packets) {
        for (String packet : packets) {
            socket.send(packet);
        }
    }

    /** The next Socket.IO packet; nothing but messages may come before it, and a noop, which means nothing. */
    SocketPacket nextPacket() {
        while (true) {
            Frame frame = socket.nextData();
            EnginePacket packet = packet(frame);
            if (packet instanceof EnginePacket.Text text && text.type() == EnginePacket.Type.NOOP) {
                continue; // EIO-UPGRADE-NO-STRAY-NOOP is about those
            }
            boolean message = !(packet instanceof EnginePacket.Text text) || text.type() == EnginePacket.Type.MESSAGE;
            expect(message, "messages only", packet);
            Optional<SocketPacket> complete = home.complete(packet);
            if (complete.isPresent()) {
                return complete.get();
            }
        }
    }

    private static EnginePacket packet(Frame frame) {
        try {
            return frame.opcode() == Frame.BINARY
                    ? new EnginePacket.Binary(frame.payload())
                    : EnginePacket.decodeText(frame.text());
        } catch (MalformedPacketException e) {
            throw new Violation("an Engine.IO packet in a frame of its kind", e.getMessage() + "");
        }
    }

    /** Insists that the session takes packets and answers them here. */
    void expectUsable() {
        send(Home.fence());
        Home.expectFence(nextPacket());
    }

    /** The session id. */
    String sid() {
        return sid;
    }

    /** The namespace it talks in. */
    Home home() {
        return home;
    }

    /** The frames below. */
    RawWebSocket socket() {
        return socket;
    }
}
