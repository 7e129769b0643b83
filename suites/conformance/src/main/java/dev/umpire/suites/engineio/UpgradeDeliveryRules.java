package dev.umpire.suites.engineio;

import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.saboteur.engineio.FirstEventDoubledAtUpgrade;
import dev.umpire.fixtures.saboteur.engineio.FirstEventLostAtUpgrade;
import dev.umpire.fixtures.saboteur.engineio.FirstMessageLostAtUpgrade;
import dev.umpire.fixtures.saboteur.engineio.MovedAttachmentsAsBase64;
import dev.umpire.fixtures.saboteur.engineio.PostsLostBesideCandidate;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Declared;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Engine.IO v4, "Upgrade": the steps are there so that no packet gets lost. What either side sends before, during and
 * after an upgrade arrives once, whole and in order.
 */
@PartOf(Suite.UPGRADE)
@Section(spec = Spec.ENGINE_IO_V4, anchor = "upgrade")
@Needs(
        tier = Tier.ECHO,
        transports = {Via.POLLING, Via.UPGRADE})
class UpgradeDeliveryRules {

    @Must(
            id = "EIO-UPGRADE-KEEPS-WAITING",
            says = "sends what waited for a poll on the WebSocket, once and in order",
            sabotagedBy = {FirstEventLostAtUpgrade.class, FirstEventDoubledAtUpgrade.class})
    void keepsWhatWaited(Clients clients) {
        PollingSession session = PollingSession.joined(clients);
        session.deliver(messages(session.home(), 0, 10));
        HandWebSocket webSocket = HandWebSocket.upgraded(clients, session);
        webSocket.send(messages(session.home(), 10, 20));
        expectNumbers(0, 20, webSocket::nextPacket);
        webSocket.expectUsable();
    }

    @Must(
            id = "EIO-UPGRADE-KEEPS-INBOUND",
            says = "takes packets that a client sends before, during and after an upgrade once and in order",
            sabotagedBy = {PostsLostBesideCandidate.class, FirstMessageLostAtUpgrade.class},
            seenIn = "UP-06")
    void keepsWhatIsSentMeanwhile(Clients clients) {
        PollingSession session = PollingSession.joined(clients);
        session.deliver(messages(session.home(), 0, 5));
        HandWebSocket candidate = HandWebSocket.candidate(clients, session);
        session.deliver(messages(session.home(), 5, 10));
        candidate = Clients.prerequisite("EIO-UPGRADE-PROBE", candidate::probe);
        // what the echo app has answered so far comes with this poll, or later on the WebSocket
        session.read(session.get());
        candidate.send("5");
        candidate.send(messages(session.home(), 10, 15));
        HandWebSocket webSocket = candidate;
        expectNumbers(0, 15, () -> session.buffered().orElseGet(webSocket::nextPacket));
        webSocket.expectUsable();
    }

    @Must(
            id = "EIO-UPGRADE-KEEPS-BINARY",
            says = "sends attachments that waited for a poll on the WebSocket as they are",
            sabotagedBy = MovedAttachmentsAsBase64.class)
    void keepsAttachments(Clients clients) {
        Declared.needed(clients, "binary");
        PollingSession session = PollingSession.joined(clients);
        session.deliver(session.home().event(1, Attachment.MESSAGE), Attachment.BASE64);
        HandWebSocket webSocket = HandWebSocket.upgraded(clients, session);
        Attachment.expectEchoed(webSocket.nextPacket());
        webSocket.expectUsable();
    }

    private static String[] messages(Home home, int from, int to) {
        return IntStream.range(from, to).mapToObj(home::message).toArray(String[]::new);
    }

    private static void expectNumbers(int from, int to, Supplier<SocketPacket> packets) {
        for (int number = from; number < to; number++) {
            SocketPacket packet = packets.get();
            expect(
                    packet.data() != null && packet.data().equals(Json.parse("['message-back'," + number + ']')),
                    "message-back " + number,
                    packet);
        }
    }
}
