package dev.umpire.suites.socketio;

import static dev.umpire.fixtures.packet.SocketPacket.MAIN;
import static dev.umpire.fixtures.packet.SocketPacket.Type.CONNECT;
import static dev.umpire.fixtures.packet.SocketPacket.Type.CONNECT_ERROR;
import static dev.umpire.fixtures.packet.SocketPacket.Type.EVENT;
import static dev.umpire.suites.rule.Authority.OFFICIAL_TESTS;
import static dev.umpire.suites.rule.Authority.REFERENCE_IMPLEMENTATION;
import static dev.umpire.suites.rule.Expect.expect;
import static dev.umpire.suites.socketio.Claim.claim;
import static dev.umpire.suites.socketio.Claim.claimSilence;

import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.saboteur.connection.AbsentAuthShownAsNull;
import dev.umpire.fixtures.saboteur.connection.AuthDropped;
import dev.umpire.fixtures.saboteur.connection.AuthWithCommaDropped;
import dev.umpire.fixtures.saboteur.connection.CommaDemanded;
import dev.umpire.fixtures.saboteur.connection.ConnectAnsweredTwice;
import dev.umpire.fixtures.saboteur.connection.ConnectLostAfterUpgrade;
import dev.umpire.fixtures.saboteur.connection.ConnectLostOverPolling;
import dev.umpire.fixtures.saboteur.connection.ConnectWithoutSid;
import dev.umpire.fixtures.saboteur.connection.CustomConnectWithoutSid;
import dev.umpire.fixtures.saboteur.connection.CustomRefused;
import dev.umpire.fixtures.saboteur.connection.EmptyAuthTakenForNamespace;
import dev.umpire.fixtures.saboteur.connection.GreetingBeforeConnect;
import dev.umpire.fixtures.saboteur.connection.MainSpelledOutRefused;
import dev.umpire.fixtures.wire.EngineWire;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.May;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;

/** Socket.IO v5, "Connection to a namespace": CONNECT is answered by CONNECT with a session id, or by CONNECT_ERROR. */
@PartOf(Suite.CONNECT)
@Section(spec = Spec.SOCKET_IO_V5, anchor = "connection-to-a-namespace")
@Needs(tier = Tier.ECHO)
class ConnectRules {

    /** A server in production may want credentials; a server with the conformance app lets everybody in. */
    @Must(
            id = "SIO-CONNECT-MAIN",
            says = "answers CONNECT to the main namespace with a session id or CONNECT_ERROR",
            sabotagedBy = ConnectWithoutSid.class,
            seenIn = "PA-08")
    @Needs
    void connectsToTheMainNamespace(Clients clients) {
        SocketPacket answer = answer(clients.packets(), "40");
        boolean mayRefuse = !clients.profile().tier().includes(Tier.ECHO);
        if (answer.type() != CONNECT_ERROR || !answer.namespace().equals(MAIN) || !mayRefuse) {
            expectSid(answer, MAIN);
        }
    }

    @Must(
            id = "SIO-CONNECT-CUSTOM",
            says = "answers CONNECT to another namespace with a session id",
            sabotagedBy = {CustomConnectWithoutSid.class, CustomRefused.class},
            seenIn = {"PA-02", "NS-08"})
    void connectsToAnotherNamespace(Clients clients) {
        expectSid(answer(clients.packets(), "40/custom,"), "/custom");
    }

    /**
     * The format wants a comma after a namespace; the official clients and tests leave it out where nothing follows.
     */
    @Should(
            id = "SIO-CONNECT-NO-COMMA",
            says = "takes CONNECT to a namespace without the comma that ends its name",
            authority = OFFICIAL_TESTS,
            sabotagedBy = CommaDemanded.class,
            seenIn = {"PA-02", "PA-12"})
    void needsNoCommaAtTheEnd(Clients clients) {
        expectConnect(answer(clients.packets(), "40/custom"), "/custom");
    }

    /** The format leaves the main namespace out; Node's socket.io 4.8.4 takes {@code 40/,} for {@code 40}. */
    @May(
            id = "SIO-CONNECT-MAIN-SPELLED-OUT",
            says = "takes the main namespace written as / where the format leaves it out",
            authority = REFERENCE_IMPLEMENTATION,
            sabotagedBy = MainSpelledOutRefused.class)
    void takesTheMainNamespaceSpelledOut(Clients clients) {
        expectConnect(answer(clients.packets(), "40/,"), MAIN);
    }

    @Must(id = "SIO-CONNECT-POLLING", says = "answers CONNECT over polling", sabotagedBy = ConnectLostOverPolling.class)
    @Needs(tier = Tier.ECHO, transports = Via.POLLING)
    void connectsOverPolling(Clients clients) {
        expectConnect(answer(clients.packets(Via.POLLING), "40"), MAIN);
    }

    @Must(
            id = "SIO-CONNECT-UPGRADED",
            says = "answers CONNECT on a session that was upgraded before",
            sabotagedBy = ConnectLostAfterUpgrade.class)
    @Needs(tier = Tier.ECHO, transports = Via.UPGRADE)
    void connectsAfterAnUpgrade(Clients clients) {
        expectConnect(answer(clients.packets(Via.UPGRADE), "40"), MAIN);
    }

    @Must(
            id = "SIO-CONNECT-AUTH",
            says = "hands the payload of CONNECT to the application",
            sabotagedBy = AuthDropped.class,
            seenIn = {"PA-07", "NS-05"})
    void handsTheAuthPayloadOn(Clients clients) {
        greets(clients.packets(), "40", MAIN, "{'token':'123'}");
    }

    @Must(
            id = "SIO-CONNECT-AUTH-CUSTOM",
            says = "hands the payload of CONNECT to the application of another namespace",
            sabotagedBy = AuthWithCommaDropped.class)
    void handsTheAuthPayloadOnInAnotherNamespace(Clients clients) {
        greets(
                clients.packets(),
                "40/custom,",
                "/custom",
                "{'token':'a-b,c/1','user':{'name':'zoë','roles':[1,null]}}");
    }

    /** netty-socketio once read {@code 40{}} as CONNECT to a namespace named {@code {}}. */
    @Must(
            id = "SIO-CONNECT-AUTH-EMPTY",
            says = "takes an empty object as the payload of CONNECT to the main namespace",
            sabotagedBy = EmptyAuthTakenForNamespace.class,
            seenIn = "PA-07")
    void takesAnEmptyAuthPayload(Clients clients) {
        PacketWire wire = clients.packets();
        expectConnect(answer(wire, "40{}"), MAIN);
        expectGreeting(wire, MAIN, "{}");
    }

    @Should(
            id = "SIO-CONNECT-AUTH-ABSENT",
            says = "shows the application an empty object where CONNECT has no payload",
            authority = OFFICIAL_TESTS,
            sabotagedBy = AbsentAuthShownAsNull.class)
    void showsAnEmptyObjectWhereNothingWasSent(Clients clients) {
        greets(clients.packets(), "40/custom,", "/custom", "");
    }

    @Must(
            id = "SIO-CONNECT-ANSWERED-ONCE",
            says = "answers one CONNECT once, before anything else of its namespace",
            sabotagedBy = {ConnectAnsweredTwice.class, GreetingBeforeConnect.class},
            seenIn = {"HS-07", "NS-04", "NS-05"})
    void answersOnceAndFirst(Clients clients) {
        EngineWire main = clients.packets().engine();
        main.send("40");
        String first = claim("an answer to 40", main::next).encoded();
        expect(first.startsWith("40"), "CONNECT in / before anything else", first);
        PacketWire wire = PacketWire.inOrder(clients.packets().engine());
        expectConnect(answer(wire, "40/custom,"), "/custom");
        claim("one answer to CONNECT and then the greeting", () -> wire.next(EVENT, "/custom"));
        claimSilence("one answer to CONNECT and one greeting", wire);
        wire.send("42/custom,[\"message\"]");
        wire.next(EVENT, "/custom");
    }

    private static void greets(PacketWire wire, String connect, String namespace, String auth) {
        Clients.prerequisite(namespace.equals(MAIN) ? "SIO-CONNECT-MAIN" : "SIO-CONNECT-CUSTOM", () -> {
            SocketPacket answer = answer(wire, connect + auth.replace('\'', '"'));
            expectConnect(answer, namespace);
            return answer;
        });
        expectGreeting(wire, namespace, auth.isEmpty() ? "{}" : auth);
    }

    private static void expectGreeting(PacketWire wire, String namespace, String auth) {
        Echo.expectSame(
                Json.array().add("auth").add(Json.parse(auth)),
                wire.next(EVENT, namespace).data());
    }

    private static SocketPacket answer(PacketWire wire, String connect) {
        wire.send(connect);
        return claim("an answer to " + connect, wire::next);
    }

    private static void expectConnect(SocketPacket answer, String namespace) {
        boolean connect = answer.type() == CONNECT && answer.namespace().equals(namespace);
        expect(connect, "CONNECT in " + namespace, answer);
    }

    private static void expectSid(SocketPacket answer, String namespace) {
        boolean sid = answer.type() == CONNECT
                && answer.namespace().equals(namespace)
                && answer.data() != null
                && answer.data().path("sid").isTextual()
                && !answer.data().path("sid").asText().isEmpty();
        expect(sid, "CONNECT in " + namespace + " with a non-empty sid", answer);
    }
}
