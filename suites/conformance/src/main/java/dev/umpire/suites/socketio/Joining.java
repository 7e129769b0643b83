package dev.umpire.suites.socketio;

import static dev.umpire.fixtures.packet.SocketPacket.Type.CONNECT;
import static dev.umpire.fixtures.packet.SocketPacket.Type.EVENT;

import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.client.SocketClient;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.wire.RawWebSocket;
import dev.umpire.suites.rule.Clients;

/** Joins a namespace as a step on the way to a rule's own question. */
final class Joining {
    private Joining() {}

    /** Joins on a session whose packets are read one by one, reads the app's greeting, and gives the session id. */
    static String join(PacketWire wire, String namespace) {
        return Clients.prerequisite(covering(namespace), () -> {
            wire.send(namespace.equals(SocketPacket.MAIN) ? "40" : "40" + namespace + ',');
            SocketPacket answer = wire.next(CONNECT, namespace);
            wire.next(EVENT, namespace);
            return answer.data() == null ? "" : answer.data().path("sid").asText();
        });
    }

    /** Joins on a client's connection. */
    static ClientSocket join(SocketClient client, String namespace) {
        return Clients.prerequisite(covering(namespace), () -> client.connect(namespace, null));
    }

    /** Joins on a WebSocket spoken by hand; what follows CONNECT is left unread. */
    static RawWebSocket join(RawWebSocket socket, String namespace) {
        return Clients.prerequisite(covering(namespace), () -> {
            socket.send("40" + namespace + ',');
            socket.nextData();
            return socket;
        });
    }

    private static String covering(String namespace) {
        return namespace.equals(SocketPacket.MAIN) ? "SIO-CONNECT-MAIN" : "SIO-CONNECT-CUSTOM";
    }
}
