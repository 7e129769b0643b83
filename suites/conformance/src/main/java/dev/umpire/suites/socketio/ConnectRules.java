package dev.umpire.suites.socketio;

import static dev.umpire.fixtures.packet.SocketPacket.Type.CONNECT;
import static dev.umpire.fixtures.packet.SocketPacket.Type.EVENT;
import static dev.umpire.suites.rule.Expect.expect;
import static dev.umpire.suites.rule.Expect.expectEqual;

import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;

/** Socket.IO v5, "Connection to a namespace": CONNECT is answered by CONNECT with a session id, or by CONNECT_ERROR. */
@PartOf(Suite.CONNECT)
@Section(spec = Spec.SOCKET_IO_V5, anchor = "connection-to-a-namespace")
class ConnectRules {

    @Must(id = "SIO-CONNECT-MAIN", says = "answers CONNECT to the main namespace with a session id")
    @Needs(tier = Tier.ECHO)
    void connectsToTheMainNamespace(Clients clients) {
        PacketWire wire = clients.packets(Via.WEBSOCKET);
        wire.send("40");
        expectSid(wire.next(CONNECT, "/"));
    }

    @Must(id = "SIO-CONNECT-CUSTOM", says = "answers CONNECT to another namespace with a session id")
    @Needs(tier = Tier.ECHO)
    void connectsToAnotherNamespace(Clients clients) {
        PacketWire wire = clients.packets(Via.WEBSOCKET);
        wire.send("40/custom,");
        expectSid(wire.next(CONNECT, "/custom"));
    }

    @Must(id = "SIO-CONNECT-AUTH", says = "hands the payload of CONNECT to the application")
    @Needs(tier = Tier.ECHO)
    void handsTheAuthPayloadOn(Clients clients) {
        PacketWire wire = clients.packets(Via.WEBSOCKET);
        wire.send("40{\"token\":\"123\"}");
        wire.next(CONNECT, "/");
        expectEqual(
                Json.parse("['auth',{'token':'123'}]"), wire.next(EVENT, "/").data());
    }

    private static void expectSid(SocketPacket answer) {
        boolean sid =
                answer.data() != null && !answer.data().path("sid").asText().isEmpty();
        expect(sid, "CONNECT with a non-empty sid", answer);
    }
}
