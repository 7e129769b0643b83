package dev.umpire.suites.compression;

import static dev.umpire.suites.rule.Expect.expect;
import static dev.umpire.suites.rule.Expect.expectEqual;

import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.saboteur.compression.ClientWindowLimitedUnasked;
import dev.umpire.fixtures.saboteur.compression.CompressedUnasked;
import dev.umpire.fixtures.saboteur.compression.ContextTakenOver;
import dev.umpire.fixtures.saboteur.compression.UnknownParameterAnnounced;
import dev.umpire.fixtures.saboteur.compression.UnknownParametersPassedOver;
import dev.umpire.fixtures.saboteur.compression.WindowLimitUnkept;
import dev.umpire.fixtures.saboteur.compression.WindowLimitUnmentioned;
import dev.umpire.fixtures.wire.Frame;
import dev.umpire.fixtures.wire.RawWebSocket;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * RFC 7692, 7 and 7.1: the server agrees to an offer of permessage-deflate, with parameters that the offer allows, or
 * declines it; what it agreed to it keeps.
 */
@PartOf(Suite.COMPRESSION)
@Section(spec = Spec.RFC_7692, anchor = "7.1")
@Needs(transports = Via.WEBSOCKET)
class AgreementRules {
    private static final Set<String> PARAMETERS = Set.of(
            Negotiation.SERVER_FRESH, Negotiation.CLIENT_FRESH, Negotiation.SERVER_WINDOW, Negotiation.CLIENT_WINDOW);

    @Must(
            id = "WS-DEFLATE-AGREEMENT",
            sabotagedBy = UnknownParameterAnnounced.class,
            says = "agrees to permessage-deflate with valid parameters only",
            authority = Authority.RFC7692)
    void agreesWithValidParameters(Clients clients) {
        expectValid(Negotiation.PLAIN_OFFER, Negotiation.plain(clients));
        for (String offer : new String[] {
            "permessage-deflate; client_no_context_takeover",
            "permessage-deflate; server_no_context_takeover; client_no_context_takeover",
            "permessage-deflate; server_max_window_bits=15; client_max_window_bits=15",
            "x-umpire, permessage-deflate; client_max_window_bits"
        }) {
            Negotiation.of(clients, offer).agreement().ifPresent(agreed -> expectValid(offer, agreed));
        }
    }

    @Must(
            id = "WS-DEFLATE-DECLINED",
            sabotagedBy = UnknownParametersPassedOver.class,
            says = "declines an offer of permessage-deflate with a parameter that is unknown, repeated or invalid",
            authority = Authority.RFC7692)
    @Section(spec = Spec.RFC_7692, anchor = "7")
    void declinesInvalidOffers(Clients clients) {
        Negotiation.plain(clients);
        for (String offer : new String[] {
            "permessage-deflate; level=9",
            "permessage-deflate; server_no_context_takeover; server_no_context_takeover",
            "permessage-deflate; client_no_context_takeover=1",
            "permessage-deflate; server_max_window_bits",
            "permessage-deflate; server_max_window_bits=16",
            "permessage-deflate; server_max_window_bits=7",
            "permessage-deflate; client_max_window_bits=x"
        }) {
            Negotiation answer = Negotiation.of(clients, offer);
            boolean refused = answer.reply().status() >= 400;
            expect(
                    refused || answer.reply().status() == 101,
                    "HTTP 101 without the extension, or an error, to the offer " + offer,
                    answer.reply());
            expect(
                    refused || answer.agreement().isEmpty(),
                    "no agreement to the offer " + offer,
                    answer.reply().header("sec-websocket-extensions").orElse("none"));
        }
    }

    @Must(
            id = "WS-DEFLATE-CLIENT-WINDOW",
            sabotagedBy = ClientWindowLimitedUnasked.class,
            says = "limits the client's window only where the client offers that",
            authority = Authority.RFC7692)
    @Section(spec = Spec.RFC_7692, anchor = "7.1.2.2")
    void limitsTheClientsWindowAsOffered(Clients clients) {
        Map<String, String> plain = Negotiation.plain(clients);
        expect(!plain.containsKey(Negotiation.CLIENT_WINDOW), "no limit of the client's window unasked", plain);
    }

    // where no agreement can be had with such a window, it is declined, which a server may always do
    @Must(
            id = "WS-DEFLATE-SERVER-WINDOW",
            sabotagedBy = {WindowLimitUnkept.class, WindowLimitUnmentioned.class},
            says = "agrees to a limit of its window only if it keeps to it",
            authority = Authority.RFC7692)
    @Section(spec = Spec.RFC_7692, anchor = "7.1.2.1")
    @Needs(tier = Tier.ECHO, transports = Via.WEBSOCKET)
    void keepsItsWindow(Clients clients) {
        Negotiation.plain(clients);
        String offer = "permessage-deflate; server_max_window_bits=9";
        Optional<Map<String, String>> agreed = Negotiation.of(clients, offer).agreement();
        if (agreed.isEmpty()) {
            return;
        }
        String bits = agreed.get().getOrDefault(Negotiation.SERVER_WINDOW, "none");
        expect(bits.matches("[89]"), "a limit of the server's window of at most 9 bits in the agreement", bits);
        DeflateSession session = DeflateSession.open(clients, offer).orElseThrow();
        // 700 characters of which none can be guessed, and again: a window of 512 bytes does not
        // reach the first half from the second
        String random = Noise.text(700);
        session.send("42[\"message\",\"" + random + random + "\"]");
        expectEqual(
                Json.of(random + random),
                session.awaitEvent("message-back").data().path(1));
        int size = session.lastCompressed();
        expect(
                size == 0 || size > 900,
                "a message that refers back no further than 512 bytes, and so is longer than 900 bytes",
                size + " bytes");
    }

    @Must(
            id = "WS-DEFLATE-SERVER-NO-TAKEOVER",
            sabotagedBy = ContextTakenOver.class,
            says = "compresses each message by itself where the client offers no more than that",
            authority = Authority.RFC7692)
    @Section(spec = Spec.RFC_7692, anchor = "7.1.1.1")
    @Needs(tier = Tier.ECHO, transports = Via.WEBSOCKET)
    void compressesEachMessageByItself(Clients clients) {
        Negotiation.plain(clients);
        String offer = "permessage-deflate; server_no_context_takeover";
        Optional<Map<String, String>> agreed = Negotiation.of(clients, offer).agreement();
        if (agreed.isEmpty()) {
            return;
        }
        expect(agreed.get().containsKey(Negotiation.SERVER_FRESH), "server_no_context_takeover", agreed.get());
        DeflateSession session = DeflateSession.open(clients, offer).orElseThrow();
        String text = Noise.text(2000);
        for (int i = 0; i < 3; i++) {
            session.send("42[\"message\",\"" + text + "\"]");
            expectEqual(Json.of(text), session.awaitEvent("message-back").data().path(1));
        }
    }

    @Must(
            id = "WS-DEFLATE-UNASKED",
            sabotagedBy = CompressedUnasked.class,
            says = "compresses no message on a connection whose client did not offer it",
            authority = Authority.RFC7692)
    @Section(spec = Spec.RFC_7692, anchor = "6")
    @Needs(tier = Tier.ECHO, transports = Via.WEBSOCKET)
    void compressesNothingUnasked(Clients clients) {
        RawWebSocket socket = clients.rawWebSocket();
        String text = "compressible ".repeat(300);
        socket.send("40");
        socket.nextData();
        socket.send("42[\"message\",\"" + text + "\"]");
        Frame message = socket.nextData();
        while (!message.text().startsWith("42[\"message-back\"")) {
            message = socket.nextData();
        }
        expectEqual(0, message.reserved());
        // connection state recovery adds its offset behind the text
        String arguments = message.text().replaceFirst("(?<=compressible \"),\"[^\"]*\"]$", "]");
        expectEqual("42[\"message-back\",\"" + text + "\"]", arguments);
    }

    private static void expectValid(String offer, Map<String, String> agreed) {
        for (Map.Entry<String, String> parameter : agreed.entrySet()) {
            String value = parameter.getValue();
            boolean window = parameter.getKey().endsWith("bits");
            boolean valid = PARAMETERS.contains(parameter.getKey())
                    && (window ? value.matches("[89]|1[0-5]") : value.isEmpty());
            expect(valid, "a valid parameter in answer to " + offer, parameter);
        }
        boolean unasked = agreed.containsKey(Negotiation.CLIENT_WINDOW) && !offer.contains(Negotiation.CLIENT_WINDOW);
        expect(!unasked, "no client_max_window_bits in answer to " + offer, agreed);
        for (String asked : new String[] {Negotiation.SERVER_FRESH, Negotiation.SERVER_WINDOW}) {
            boolean kept = !offer.contains(asked) || agreed.containsKey(asked);
            expect(kept, asked + " in answer to " + offer, agreed);
        }
    }
}
