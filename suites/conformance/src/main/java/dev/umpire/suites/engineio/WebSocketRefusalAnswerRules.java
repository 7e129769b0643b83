package dev.umpire.suites.engineio;

import static dev.umpire.suites.engineio.WebSocketAttempt.Refusal.CLOSE_FRAME;
import static dev.umpire.suites.engineio.WebSocketAttempt.Refusal.END_BEHIND_101;
import static dev.umpire.suites.engineio.WebSocketAttempt.Refusal.HTTP_ERROR;
import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.saboteur.engineio.UnknownSessionsHungUpOn;
import dev.umpire.fixtures.saboteur.engineio.UnknownTransportsHungUpOn;
import dev.umpire.fixtures.saboteur.engineio.UnknownVersionsDroppedBehind101;
import dev.umpire.fixtures.saboteur.engineio.UnknownVersionsHungUpOn;
import dev.umpire.fixtures.saboteur.engineio.VersionErrorBehind101;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.engineio.WebSocketAttempt.Refusal;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.EnumSet;
import java.util.Set;

/**
 * RFC 6455, 4.2.2: a server that does not want a handshake answers it with an HTTP error. That Engine.IO is asked only
 * once HTTP 101 is written leaves a server no other words than frames: a Close frame (7.1.7), or, since TCP may be
 * closed at any time (7.1.1), no more. What is wrong either way is a handshake without any answer, and HTTP in the
 * place of frames.
 */
@PartOf(Suite.ENGINEIO_HANDSHAKE)
@Section(spec = Spec.RFC_6455, anchor = "4.2.2")
@Needs(transports = Via.WEBSOCKET)
class WebSocketRefusalAnswerRules {
    private static final Set<Refusal> PERMITTED = EnumSet.of(HTTP_ERROR, CLOSE_FRAME, END_BEHIND_101);

    private static final String UNKNOWN_SESSION = "EIO=4&transport=websocket&sid=umpire-knows-no-such-session";
    private static final String UNKNOWN_TRANSPORT = "EIO=4&transport=abc";
    private static final String UNKNOWN_VERSION = "EIO=abc&transport=websocket";

    @Must(
            id = "EIO-REFUSE-WEBSOCKET-SID-ANSWERED",
            sabotagedBy = UnknownSessionsHungUpOn.class,
            says =
                    "answers the handshake of a WebSocket for a session that does not exist, by an error or 101 and frames",
            authority = Authority.RFC6455)
    void answersAnUnknownSession(Clients clients) {
        expectRefusal(clients, UNKNOWN_SESSION, "EIO-UPGRADE-SID-UNKNOWN", PERMITTED);
    }

    @Must(
            id = "EIO-REFUSE-WEBSOCKET-TRANSPORT-ANSWERED",
            sabotagedBy = UnknownTransportsHungUpOn.class,
            says = "answers the handshake of a WebSocket for an unknown transport, by an error or 101 and frames",
            authority = Authority.RFC6455)
    void answersAnUnknownTransport(Clients clients) {
        expectRefusal(clients, UNKNOWN_TRANSPORT, "EIO-REFUSE-WEBSOCKET-TRANSPORT-UNKNOWN", PERMITTED);
    }

    // Node's engine.io 6.6.12 answers with HTTP 101 and then writes the response 400 in the place of frames.
    @Must(
            id = "EIO-REFUSE-WEBSOCKET-VERSION-ANSWERED",
            sabotagedBy = {UnknownVersionsHungUpOn.class, VersionErrorBehind101.class},
            says = "answers the handshake of a WebSocket of an unknown version, by an error or 101 and frames",
            authority = Authority.RFC6455)
    void answersAnUnknownVersion(Clients clients) {
        expectRefusal(clients, UNKNOWN_VERSION, "EIO-REFUSE-WEBSOCKET-VERSION-UNKNOWN", PERMITTED);
    }

    @Should(
            id = "EIO-REFUSE-WEBSOCKET-CLOSE",
            sabotagedBy = UnknownVersionsDroppedBehind101.class,
            says = "sends a Close frame where it refuses a WebSocket that it has answered with HTTP 101",
            authority = Authority.RFC6455)
    @Section(spec = Spec.RFC_6455, anchor = "7.1.7")
    void closesWhatItHasAccepted(Clients clients) {
        Set<Refusal> others = EnumSet.complementOf(EnumSet.of(END_BEHIND_101));
        expectRefusal(clients, UNKNOWN_SESSION, "EIO-UPGRADE-SID-UNKNOWN", others);
        expectRefusal(clients, UNKNOWN_TRANSPORT, "EIO-REFUSE-WEBSOCKET-TRANSPORT-UNKNOWN", others);
        expectRefusal(clients, UNKNOWN_VERSION, "EIO-REFUSE-WEBSOCKET-VERSION-UNKNOWN", others);
    }

    /** Insists on one of these refusals, and that it was the query that was refused. */
    private static void expectRefusal(Clients clients, String query, String covered, Set<Refusal> permitted) {
        Refusal refusal = new WebSocketAttempt(clients, query).refusal(covered, "2probe");
        expect(permitted.contains(refusal), HTTP_ERROR + ", or " + CLOSE_FRAME + " (" + query + ')', refusal);
        clients.rawWebSocket();
    }
}
