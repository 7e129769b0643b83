package dev.umpire.suites.robustness;

import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.judgement.Blocked;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.saboteur.robustness.HalfRequestBlocks;
import dev.umpire.fixtures.saboteur.robustness.SilentConnectionsFillServer;
import dev.umpire.fixtures.saboteur.robustness.SilentWebSocketsFillServer;
import dev.umpire.fixtures.wire.Frame;
import dev.umpire.fixtures.wire.HttpReply;
import dev.umpire.fixtures.wire.RawWebSocket;
import dev.umpire.fixtures.wire.TcpConnection;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Harsh;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Clients that are slow, silent or gone without a word (Engine.IO v4, "Transports"). They may be kept for a while or
 * cut off at once; meanwhile others are served, and new ones let in. At the end of a rule they go, since a target that
 * lets nobody in because of them is to be told from one that has died.
 */
@Harsh
@PartOf(Suite.MALFORMED_INPUT)
@Section(spec = Spec.ENGINE_IO_V4, anchor = "transports")
class SlowClientRules {
    private static final int MANY = 100;
    private static final int SLOW = 10;

    @Should(
            id = "BAD-CLIENT-SILENT",
            says = "serves others and lets new clients in beside a hundred connections on which nothing is sent",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = SilentConnectionsFillServer.class)
    void servesOthersBesideSilentConnections(Clients clients) {
        Bystander bystander = Bystander.open(clients);
        List<TcpConnection> silent = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                silent.add(clients.tcp());
            }
            bystander.expectUnharmed("beside silent connections");
            Bystander.expectRoomForOneMore(clients);
        } finally {
            silent.forEach(TcpConnection::close);
        }
    }

    @Should(
            id = "BAD-CLIENT-SLOW",
            says = "serves others and lets new clients in beside requests and frames that come byte by byte",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = HalfRequestBlocks.class,
            seenIn = "RB-09")
    @Needs(transports = Via.WEBSOCKET)
    void servesOthersBesideSlowClients(Clients clients) {
        Bystander bystander = Bystander.open(clients);
        byte[] request = Head.get(clients, "EIO=4&transport=polling").getBytes(StandardCharsets.UTF_8);
        byte[] frame =
                Frame.text("40/slow,{\"text\":\"" + "x".repeat(100) + "\"}").masked();
        List<TcpConnection> requests = new ArrayList<>();
        List<RawWebSocket> frames = new ArrayList<>();
        for (int i = 0; i < SLOW; i++) {
            requests.add(clients.tcp());
            frames.add(clients.rawWebSocket());
        }
        try {
            for (int i = 0; i < SLOW; i++) {
                for (int each = 0; each < SLOW; each++) {
                    requests.get(each).send(new byte[] {request[i]});
                    frames.get(each).sendRaw(new byte[] {frame[i]});
                }
                bystander.expectUnharmed("beside requests and frames that come byte by byte");
            }
            Bystander.expectRoomForOneMore(clients);
        } finally {
            requests.forEach(TcpConnection::close);
            frames.forEach(RawWebSocket::close);
        }
    }

    @Should(
            id = "BAD-CLIENT-HALF-OPEN",
            says = "serves others and lets new clients in beside sessions whose clients have fallen silent",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = SilentWebSocketsFillServer.class)
    @Needs(transports = {Via.POLLING, Via.WEBSOCKET})
    void servesOthersBesideHalfOpenSessions(Clients clients) {
        Bystander bystander = Bystander.open(clients);
        List<RawWebSocket> silent = new ArrayList<>();
        silent.add(openHalf(clients));
        try {
            while (silent.size() < SLOW) {
                silent.add(openHalf(clients));
            }
            bystander.expectUnharmed("beside silent clients");
            Bystander.expectRoomForOneMore(clients);
        } catch (Blocked e) {
            throw new Violation(
                    "new clients to be let in beside " + 2 * silent.size() + " silent sessions",
                    e.violation().observed());
        } finally {
            silent.forEach(RawWebSocket::close);
        }
    }

    /** Two sessions that fall silent, of which the one over polling ends by itself. */
    private static RawWebSocket openHalf(Clients clients) {
        RawWebSocket socket = clients.rawWebSocket();
        socket.stopAnsweringPings();
        socket.send("40");
        HttpReply opened = clients.get("EIO=4&transport=polling");
        Clients.prerequisite("EIO-OPEN-POLLING", () -> {
            expect(opened.status() == 200, "HTTP 200", opened);
            return opened;
        });
        return socket;
    }
}
