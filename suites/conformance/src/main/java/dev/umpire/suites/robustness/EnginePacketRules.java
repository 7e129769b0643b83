package dev.umpire.suites.robustness;

import dev.umpire.fixtures.saboteur.robustness.BadBase64ChokedOn;
import dev.umpire.fixtures.saboteur.robustness.CrashAtServerPacket;
import dev.umpire.fixtures.saboteur.robustness.CrashAtTinyPackets;
import dev.umpire.fixtures.saboteur.robustness.CrashAtUnknownType;
import dev.umpire.fixtures.saboteur.robustness.EmptyFramesIgnored;
import dev.umpire.fixtures.saboteur.robustness.EmptyPacketsIgnoredInPosts;
import dev.umpire.fixtures.saboteur.robustness.ServerPacketsChokedOn;
import dev.umpire.fixtures.saboteur.robustness.UnknownEngineTypesIgnored;
import dev.umpire.fixtures.saboteur.robustness.UnknownEngineTypesIgnoredInPosts;
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

/**
 * Engine.IO v4, "Protocol" and "Packet encoding": a packet is a type from 0 to 6 and a payload. What is none ends the
 * session that sent it, and no other.
 */
@Harsh
@PartOf(Suite.MALFORMED_INPUT)
@Section(spec = Spec.ENGINE_IO_V4, anchor = "packet-encoding")
@Needs(transports = Via.WEBSOCKET)
class EnginePacketRules {
    private static final String SEPARATOR = "\u001e";
    private static final String[] UNKNOWN = {"abc", "7", "9[]", "-1", " 4", "\u0000", "é"};

    @Should(
            id = "BAD-ENGINE-TYPE-WEBSOCKET",
            says = "closes the session on whose WebSocket a packet of unknown type arrives",
            authority = Authority.OFFICIAL_TESTS,
            sabotagedBy = {UnknownEngineTypesIgnored.class, CrashAtUnknownType.class},
            seenIn = "RB-09")
    void closesOnUnknownTypes(Clients clients) {
        new Offence(clients).closesOn(UNKNOWN);
    }

    @Should(
            id = "BAD-ENGINE-TYPE-POLLING",
            says = "closes the session to which a packet of unknown type is posted",
            authority = Authority.OFFICIAL_TESTS,
            sabotagedBy = UnknownEngineTypesIgnoredInPosts.class)
    @Needs(transports = Via.POLLING)
    void closesOnUnknownTypesPosted(Clients clients) {
        Offence offence = new Offence(clients);
        for (String packet : UNKNOWN) {
            offence.closes(Via.POLLING, packet, session -> session.send(packet));
        }
        offence.closes(
                Via.POLLING, "a packet of unknown type between others", session -> session.send("3", "abc", "3"));
    }

    @Should(
            id = "BAD-ENGINE-EMPTY-WEBSOCKET",
            says = "closes the session on whose WebSocket a packet without a type arrives",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = EmptyFramesIgnored.class,
            seenIn = "WF-06")
    void closesOnAnEmptyFrame(Clients clients) {
        new Offence(clients).closesOn("");
    }

    @Should(
            id = "BAD-ENGINE-EMPTY-POLLING",
            says = "closes the session to which an empty payload, or one with an empty packet, is posted",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = EmptyPacketsIgnoredInPosts.class)
    @Needs(transports = Via.POLLING)
    void closesOnEmptyPacketsPosted(Clients clients) {
        Offence offence = new Offence(clients);
        offence.closes(Via.POLLING, "an empty payload", session -> session.send(""));
        offence.closes(Via.POLLING, "a trailing separator", session -> session.send("3", ""));
        offence.closes(Via.POLLING, "separators alone", session -> session.send("", "", ""));
    }

    @Should(
            id = "BAD-ENGINE-DIRECTION",
            says = "survives packets that only a server sends, or that have no place in this session",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = {ServerPacketsChokedOn.class, CrashAtServerPacket.class})
    void survivesPacketsOfServers(Clients clients) {
        new Offence(clients)
                .containedOn(
                        "0",
                        "0{\"sid\":\"x\",\"upgrades\":[],\"pingInterval\":1,\"pingTimeout\":1}",
                        "2",
                        "2probe",
                        "3probe",
                        "5",
                        "6",
                        "6x");
    }

    @Should(
            id = "BAD-ENGINE-BASE64",
            says = "survives what is not base64 in the place of binary data",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = BadBase64ChokedOn.class)
    @Needs(transports = Via.POLLING)
    void survivesBadBase64(Clients clients) {
        Offence offence = new Offence(clients);
        for (String binary : new String[] {"b!!!!", "bA", "bAQID=BA==", "b\u0000", "bé"}) {
            offence.contained(
                    Via.POLLING,
                    binary,
                    session -> session.send("451-[\"~x\",{\"_placeholder\":true,\"num\":0}]", binary));
        }
    }

    @Should(
            id = "BAD-ENGINE-TINY-PACKETS",
            says = "serves others while a payload of many thousand tiny packets is worked off",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = CrashAtTinyPackets.class,
            seenIn = "RB-05")
    @Needs(transports = Via.POLLING)
    void survivesManyTinyPackets(Clients clients) {
        int most = clients.profile().handshake().maxPayload();
        int packets = Math.min(50_000, most > 0 ? most / 2 : 50_000);
        String flood = ("3" + SEPARATOR).repeat(packets - 1) + "3";
        new Offence(clients).contained(Via.POLLING, packets + " tiny packets", session -> session.send(flood));
    }
}
