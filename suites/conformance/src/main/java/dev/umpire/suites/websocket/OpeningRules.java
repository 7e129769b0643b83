package dev.umpire.suites.websocket;

import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.saboteur.websocket.AcceptValueConstant;
import dev.umpire.fixtures.saboteur.websocket.ConnectionReadWhole;
import dev.umpire.fixtures.saboteur.websocket.ConnectionUnconfirmed;
import dev.umpire.fixtures.saboteur.websocket.CrashAtFirstFrame;
import dev.umpire.fixtures.saboteur.websocket.ExtensionMadeUp;
import dev.umpire.fixtures.saboteur.websocket.FewHeadersRead;
import dev.umpire.fixtures.saboteur.websocket.FramesBehindHandshakeLost;
import dev.umpire.fixtures.saboteur.websocket.HeadInOnePieceOnly;
import dev.umpire.fixtures.saboteur.websocket.HeaderNamesReadExactly;
import dev.umpire.fixtures.saboteur.websocket.ReservedBitsIgnored;
import dev.umpire.fixtures.saboteur.websocket.SubprotocolMadeUp;
import dev.umpire.fixtures.saboteur.websocket.TokensReadExactly;
import dev.umpire.fixtures.wire.Frame;
import dev.umpire.fixtures.wire.HttpExchange;
import dev.umpire.fixtures.wire.HttpReply;
import dev.umpire.fixtures.wire.RawWebSocket;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.robustness.Bystander;
import dev.umpire.suites.robustness.Question;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.May;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * RFC 6455, 4.2: a valid opening handshake is accepted however it is spelled, and the answer promises nothing that the
 * client did not ask for.
 */
@PartOf(Suite.WEBSOCKET_HANDSHAKE)
@Section(spec = Spec.RFC_6455, anchor = "4.2.1")
@Needs(transports = Via.WEBSOCKET)
class OpeningRules {
    /** How many bytes of a handshake are given the time to arrive alone. */
    private static final int ALONE = 8;

    @Must(
            id = "WS-OPEN-ACCEPTED",
            says = "accepts a valid handshake with 101, Upgrade, Connection and the accept value that its key gives",
            authority = Authority.RFC6455,
            sabotagedBy = {AcceptValueConstant.class, ConnectionUnconfirmed.class})
    @Section(spec = Spec.RFC_6455, anchor = "4.2.2")
    void acceptsAValidHandshake(Clients clients) {
        // the key of the RFC's own example, then a fresh one: a constant answer satisfies only one of them
        Opening.valid(clients).with(Opening.KEY, "dGhlIHNhbXBsZSBub25jZQ==").accepted(clients);
        Opening.valid(clients).accepted(clients);
    }

    @Must(
            id = "WS-OPEN-TOKEN-CASE",
            says = "reads the tokens of Upgrade and Connection in any letter case",
            authority = Authority.RFC6455,
            sabotagedBy = TokensReadExactly.class,
            seenIn = {"HS-02", "HS-03"})
    void readsTokensInAnyCase(Clients clients) {
        Opening.valid(clients).with("Upgrade", "WebSocket").accepted(clients, "with Upgrade: WebSocket");
        Opening.valid(clients).with("Upgrade", "WEBSOCKET").accepted(clients, "with Upgrade: WEBSOCKET");
        Opening.valid(clients).with("Connection", "upgrade").accepted(clients, "with Connection: upgrade");
        Opening.valid(clients).with("Connection", "UPGRADE").accepted(clients, "with Connection: UPGRADE");
    }

    @Must(
            id = "WS-OPEN-CONNECTION-LIST",
            says = "finds the token Upgrade among others in Connection",
            authority = Authority.RFC6455,
            sabotagedBy = ConnectionReadWhole.class,
            seenIn = "HS-02")
    void findsUpgradeAmongOthers(Clients clients) {
        Opening.valid(clients)
                .with("Connection", "keep-alive, Upgrade")
                .accepted(clients, "with Connection: keep-alive, Upgrade");
        Opening.valid(clients)
                .with("Connection", "Upgrade,keep-alive")
                .accepted(clients, "with Connection: Upgrade,keep-alive");
    }

    @Must(
            id = "WS-OPEN-HEADER-CASE",
            says = "reads the names of header fields in any letter case",
            authority = Authority.RFC6455,
            sabotagedBy = HeaderNamesReadExactly.class,
            seenIn = "HS-03")
    @Section(spec = Spec.RFC_9110, anchor = "5.1")
    void readsHeaderNamesInAnyCase(Clients clients) {
        Opening valid = Opening.valid(clients);
        Map<String, String> lower = new LinkedHashMap<>();
        Map<String, String> upper = new LinkedHashMap<>();
        valid.headers().forEach((name, value) -> {
            lower.put(name.toLowerCase(Locale.ROOT), value);
            upper.put(name.toUpperCase(Locale.ROOT), value);
        });
        new Opening("GET", Opening.QUERY, lower).accepted(clients, "with header names in lower case");
        new Opening("GET", Opening.QUERY, upper).accepted(clients, "with header names in upper case");
    }

    @Must(
            id = "WS-OPEN-SPLIT-HEAD",
            says = "accepts a handshake that arrives byte by byte",
            authority = Authority.RFC6455,
            sabotagedBy = HeadInOnePieceOnly.class)
    void acceptsAHandshakeInPieces(Clients clients) {
        Opening.expectValidToWork(clients);
        Opening valid = Opening.valid(clients);
        HttpExchange http = clients.http();
        byte[] bytes = valid.bytes(clients);
        for (int i = 0; i < bytes.length; i++) {
            http.tcp().send(new byte[] {bytes[i]});
            if (i < ALONE) {
                // while another handshake is answered the server has time to read the byte by itself
                Opening.expectValidToWork(clients);
            }
        }
        valid.accepted(http, "byte by byte");
    }

    @Should(
            id = "WS-OPEN-MANY-HEADERS",
            says = "accepts a handshake with 60 further header fields",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = FewHeadersRead.class)
    void acceptsManyHeaders(Clients clients) {
        Opening opening = Opening.valid(clients);
        for (int i = 0; i < 60; i++) {
            opening = opening.with("X-Further-" + i, "value " + i);
        }
        opening.accepted(clients, "with 60 further header fields");
    }

    @Must(
            id = "WS-OPEN-SUBPROTOCOL",
            says = "selects no sub-protocol that the client did not offer",
            authority = Authority.RFC6455,
            sabotagedBy = SubprotocolMadeUp.class)
    @Section(spec = Spec.RFC_6455, anchor = "4.2.2")
    void selectsNoSubprotocolUnasked(Clients clients) {
        Optional<String> unasked = Opening.expectValidToWork(clients).header("Sec-WebSocket-Protocol");
        expect(unasked.isEmpty(), "no Sec-WebSocket-Protocol when none was offered", unasked.orElse("none"));
        Optional<String> chosen = Opening.valid(clients)
                .with("Sec-WebSocket-Protocol", "umpire.one, umpire.two")
                .accepted(clients)
                .header("Sec-WebSocket-Protocol");
        expect(
                chosen.isEmpty() || List.of("umpire.one", "umpire.two").contains(chosen.get()),
                "one of the sub-protocols umpire.one and umpire.two, or none",
                chosen.orElse("none"));
    }

    @Must(
            id = "WS-OPEN-EXTENSION",
            says = "agrees to no extension that the client did not offer",
            authority = Authority.RFC6455,
            sabotagedBy = ExtensionMadeUp.class)
    @Section(spec = Spec.RFC_6455, anchor = "9.1")
    void agreesToNoExtensionUnasked(Clients clients) {
        Optional<String> unasked = Opening.expectValidToWork(clients).header("Sec-WebSocket-Extensions");
        expect(unasked.isEmpty(), "no Sec-WebSocket-Extensions when none was offered", unasked.orElse("none"));
        HttpReply offered = Opening.valid(clients)
                .with("Sec-WebSocket-Extensions", "permessage-deflate; client_max_window_bits, x-umpire; level=3")
                .accepted(clients);
        boolean known = offered.headers().getOrDefault("sec-websocket-extensions", List.of()).stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .map(value -> value.split(";", 2)[0].strip())
                .allMatch("permessage-deflate"::equals);
        expect(known, "permessage-deflate or no extension", offered.headers());
    }

    // a client must wait for the answer before it sends frames, so a server is free to lose them; Node's socket.io
    // 4.8.4 does, and closes the session when its connect timeout is over
    @May(
            id = "WS-OPEN-FRAME-BEHIND",
            says = "reads frames that arrive in one piece with the handshake",
            authority = Authority.RFC6455,
            sabotagedBy = FramesBehindHandshakeLost.class)
    @Section(spec = Spec.RFC_6455, anchor = "4.1")
    void readsFramesBehindTheHandshake(Clients clients) {
        Opening valid = Opening.valid(clients);
        HttpExchange http = clients.http();
        ByteArrayOutputStream together = new ByteArrayOutputStream();
        together.writeBytes(valid.bytes(clients));
        together.writeBytes(Frame.text("40").masked());
        http.tcp().send(together.toByteArray());
        valid.accepted(http, "with a frame in one piece");
        try {
            FrameSession.over(clients, RawWebSocket.over(http.tcp())).awaitText(Question::answersMain);
        } catch (Violation e) {
            throw new Violation("an answer to CONNECT that came in one piece with the handshake", e.observed());
        }
    }

    @Must(
            id = "WS-OPEN-BAD-FRAME-BEHIND",
            says =
                    "fails only that connection when a frame with a reserved bit arrives in one piece with the handshake",
            authority = Authority.RFC6455,
            sabotagedBy = {CrashAtFirstFrame.class, ReservedBitsIgnored.class},
            seenIn = "WF-03")
    @Section(spec = Spec.RFC_6455, anchor = "5.2")
    void outlivesABadFrameBehindTheHandshake(Clients clients) {
        Bystander bystander = Bystander.open(clients);
        Opening valid = Opening.valid(clients);
        HttpExchange http = clients.http();
        ByteArrayOutputStream together = new ByteArrayOutputStream();
        together.writeBytes(valid.bytes(clients));
        together.writeBytes(Frame.text("40").withReserved(4).masked());
        http.tcp().send(together.toByteArray());
        Optional<HttpReply> reply = http.reply(clients.timing().await());
        if (reply.isPresent() && reply.get().status() == 101) {
            expectNotHandled(FrameSession.over(clients, RawWebSocket.over(http.tcp())));
        } else if (reply.isPresent() && reply.get().status() < 400) {
            throw new Violation(
                    "HTTP 101, an error, or the end of the connection",
                    reply.get().toString());
        }
        bystander.expectUnharmed("after a handshake with a bad frame behind it");
    }

    /** A server is free to lose what came with the handshake, but not to handle it. */
    private static void expectNotHandled(FrameSession session) {
        String answer;
        try {
            answer = session.awaitText(Question::answersMain);
        } catch (Violation e) {
            return;
        }
        throw new Violation(
                "the end of the connection after a frame with RSV1 in one piece with the handshake", answer);
    }
}
