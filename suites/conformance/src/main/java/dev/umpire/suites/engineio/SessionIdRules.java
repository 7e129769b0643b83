package dev.umpire.suites.engineio;

import static dev.umpire.suites.rule.Expect.expect;
import static dev.umpire.suites.rule.Expect.expectEqual;

import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.saboteur.engineio.RefusalsMixedUp;
import dev.umpire.fixtures.saboteur.engineio.RefusedEndTogether;
import dev.umpire.fixtures.saboteur.engineio.SidFromCookie;
import dev.umpire.fixtures.saboteur.engineio.SidRecycled;
import dev.umpire.fixtures.saboteur.engineio.SidsCounted;
import dev.umpire.fixtures.saboteur.engineio.SidsShort;
import dev.umpire.fixtures.saboteur.engineio.SidsWithPlus;
import dev.umpire.fixtures.wire.Handshake;
import dev.umpire.fixtures.wire.HttpReply;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Engine.IO v4, "Handshake" and "Query parameters": the session id is made by the server, and whoever shows it in the
 * query speaks for the session. So it must be new each time and hard to guess, and come from nowhere else.
 */
@PartOf(Suite.ENGINEIO_HANDSHAKE)
@Section(spec = Spec.ENGINE_IO_V4, anchor = "handshake")
@Needs(transports = Via.POLLING)
class SessionIdRules {
    private static final int SESSIONS = 50;
    private static final String SIDS = "ids of new sessions";

    @Must(id = "EIO-OPEN-SID-FRESH", says = "gives every session an id of its own", sabotagedBy = SidRecycled.class)
    void givesEverySessionItsOwnId(Clients clients) {
        clients.sharing(
                SIDS,
                SessionIdRules::sids,
                sids -> expectEqual(
                        SESSIONS + " different ids", Set.copyOf(sids).size() + " different ids"));
    }

    @Should(
            id = "EIO-SID-UNGUESSABLE",
            says = "makes session ids of 16 characters or more that do not follow from one another",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = {SidsCounted.class, SidsShort.class})
    void makesIdsHardToGuess(Clients clients) {
        clients.sharing(SIDS, SessionIdRules::sids, SessionIdRules::expectUnrelated);
    }

    private static void expectUnrelated(List<String> sids) {
        for (int i = 0; i < SESSIONS; i++) {
            String sid = sids.get(i);
            expect(sid.length() >= 16, "16 characters or more", sid);
            String before = sids.get((i + SESSIONS - 1) % SESSIONS);
            // ids of 64 random bits in hex agree in 8 of 16 places once in a million
            expect(differences(before, sid) >= 8, "ids that differ in 8 places or more", before + " and " + sid);
        }
    }

    @Should(
            id = "EIO-SID-URL-SAFE",
            says = "makes session ids of letters, digits and marks that stand in a query as they are",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = SidsWithPlus.class)
    void makesIdsThatNeedNoEscape(Clients clients) {
        clients.sharing(
                SIDS,
                SessionIdRules::sids,
                sids -> sids.forEach(
                        sid -> expect(sid.matches("[A-Za-z0-9_.~-]+"), "unreserved characters only", sid)));
    }

    @Must(
            id = "EIO-SID-COOKIE-IGNORED",
            says = "opens a new session whatever session ids a cookie or header carries",
            sabotagedBy = SidFromCookie.class,
            seenIn = {"SI-01", "SI-02"})
    @Section(spec = Spec.ENGINE_IO_V4, anchor = "query-parameters")
    void takesNoIdFromACookie(Clients clients) {
        PollingSession victim = PollingSession.joined(clients);
        String headers = "Cookie: io=" + victim.sid() + "\r\nX-Session-Id: " + victim.sid() + "\r\n";
        HttpReply reply =
                clients.send("GET", "EIO=4&transport=polling", headers, null).reply();
        expect(reply.status() == 200, "HTTP 200 with an open packet", reply);
        String sid = Handshake.of(PollingSession.decode(reply).get(0)).sid();
        expect(!sid.equals(victim.sid()), "another id than that of the cookie", sid);
        victim.expectUsable();
    }

    @Must(
            id = "EIO-SESSION-INDEPENDENT",
            says = "keeps two sessions apart, so that one goes on when the other closes",
            sabotagedBy = {RefusalsMixedUp.class, RefusedEndTogether.class})
    void keepsSessionsApart(Clients clients) {
        List<PollingSession> both = Pace.briskly(
                clients.timing(), () -> List.of(PollingSession.open(clients), PollingSession.open(clients)));
        PollingSession first = both.get(0);
        PollingSession second = both.get(1);
        first.deliver("40/umpire-first,");
        second.deliver("40/umpire-second,");
        expectEqual("/umpire-second", answer(second).namespace());
        expectEqual("/umpire-first", answer(first).namespace());
        first.deliver("1");
        second.expectUsable();
    }

    /** The main namespace's greeting of a client that did not join it is the business of the rules about connecting. */
    private static SocketPacket answer(PollingSession session) {
        SocketPacket packet = session.nextPacket();
        return packet.eventName().equals("auth") ? session.nextPacket() : packet;
    }

    private static List<String> sids(Clients clients) {
        List<String> sids = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            PollingSession session = PollingSession.open(clients);
            sids.add(session.sid());
            session.deliver("1");
        }
        return sids;
    }

    private static long differences(String one, String other) {
        int length = Math.min(one.length(), other.length());
        return Math.abs(one.length() - other.length())
                + IntStream.range(0, length)
                        .filter(i -> one.charAt(i) != other.charAt(i))
                        .count();
    }
}
