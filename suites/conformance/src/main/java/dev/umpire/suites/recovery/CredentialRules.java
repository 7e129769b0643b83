package dev.umpire.suites.recovery;

import static dev.umpire.suites.rule.Expect.expect;
import static dev.umpire.suites.rule.Expect.expectEqual;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.saboteur.recovery.ClaimBelievedElsewhere;
import dev.umpire.fixtures.saboteur.recovery.ClaimBelievedTwice;
import dev.umpire.fixtures.saboteur.recovery.OffsetSameForAll;
import dev.umpire.fixtures.saboteur.recovery.PrivateIdComparedInPart;
import dev.umpire.fixtures.saboteur.recovery.PrivateIdPublic;
import dev.umpire.fixtures.saboteur.recovery.PublicIdBelieved;
import dev.umpire.fixtures.saboteur.recovery.StrangePrivateIdFatal;
import dev.umpire.fixtures.saboteur.recovery.UnknownOffsetTakenForNone;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Connection state recovery, "How it works under the hood": at its connection a client gets a session id that nobody
 * else is told, and with every event the place of that event; what it shows of both later brings its state back.
 */
@PartOf(Suite.RECOVERY)
@Section(spec = Spec.SOCKET_IO_DOCS, anchor = "connection-state-recovery/")
@Needs(
        tier = Tier.UMPIRE,
        capabilities = {"recovery", "rooms", "broadcast-ack"})
class CredentialRules {

    @Must(
            id = "RECOVERY-PRIVATE-ID",
            sabotagedBy = PrivateIdPublic.class,
            says = "gives each client a private id beside its session id",
            authority = Authority.DOCUMENTATION)
    void givesAPrivateId(Clients clients) {
        Visit one = Visit.to(clients, Stage.NAMESPACE, null);
        Visit other = Visit.to(clients, Stage.NAMESPACE, null);

        expect(!one.pid().isEmpty(), "a private id (pid) in the answer to CONNECT", "none");
        Set<String> ids = new HashSet<>(List.of(one.pid(), one.sid(), other.sid()));
        expect(ids.add(other.pid()) && ids.size() == 4, "private ids that differ from all other ids", ids);
    }

    @Must(
            id = "RECOVERY-OFFSET",
            sabotagedBy = OffsetSameForAll.class,
            says = "adds to every event that a client may miss an offset of its own, as last argument",
            authority = Authority.DOCUMENTATION)
    void addsAnOffset(Clients clients) {
        Stage stage = new Stage(clients);
        Visit visit = stage.arrive();
        stage.emitTo(null, "to all");
        stage.emitTo(visit.sid(), "to one");
        visit.command(Json.parse("{'op':'emit','via':'socket','args':[1],'event':'" + stage.news() + "'}"));
        visit.await(stage.news(), 3);

        Set<String> offsets = new HashSet<>();
        for (SocketPacket event : visit.events(stage.news())) {
            JsonNode data = event.data() == null ? Json.array() : event.data();
            expect(
                    data.size() == 3
                            && data.path(2).isTextual()
                            && offsets.add(data.path(2).asText()),
                    "an offset that no other event has, behind the argument",
                    data);
        }
    }

    @Must(
            id = "RECOVERY-PUBLIC-ID",
            sabotagedBy = {PublicIdBelieved.class, PrivateIdPublic.class},
            says = "takes the public session id of a client for no proof of who it is",
            authority = Authority.DOCUMENTATION)
    void takesThePublicIdForNoProof(Clients clients) {
        Stage stage = new Stage(clients);
        Visit victim = stage.arrive();
        stage.cut(victim);

        Visit thief = stage.comeBack(victim.credentials().put("pid", victim.sid()));

        expect(!thief.sid().equals(victim.sid()), "another id than the victim's", thief.sid());
        stage.recovered(victim);
    }

    @Should(
            id = "RECOVERY-UNKNOWN-ID",
            sabotagedBy = PrivateIdComparedInPart.class,
            says = "connects a client with an unknown private id as a new one",
            authority = Authority.REFERENCE_IMPLEMENTATION)
    void startsAfreshForAnUnknownId(Clients clients) {
        Stage stage = new Stage(clients);
        Visit before = stage.arrive();
        stage.cut(before);
        stage.emitTo(null, "missed");

        Visit stranger = stage.comeBack(before.credentials().put("pid", before.pid() + "x"));

        expectNew(stage, stranger, before);
        stage.recovered(before);
    }

    @Should(
            id = "RECOVERY-UNKNOWN-OFFSET",
            sabotagedBy = UnknownOffsetTakenForNone.class,
            says = "connects a client with an offset that it never gave away as a new one",
            authority = Authority.REFERENCE_IMPLEMENTATION)
    void startsAfreshForAnUnknownOffset(Clients clients) {
        Stage stage = new Stage(clients);
        Visit before = stage.arrive();
        stage.cut(before);
        stage.emitTo(null, "missed");

        expectNew(stage, stage.comeBack(before.credentials().put("offset", "umpire knows none")), before);
    }

    @Should(
            id = "RECOVERY-STRANGE-VALUES",
            sabotagedBy = StrangePrivateIdFatal.class,
            says = "connects a client as a new one whatever it sends in the place of private id and offset",
            authority = Authority.REFERENCE_IMPLEMENTATION)
    void startsAfreshForStrangeValues(Clients clients) {
        Stage stage = new Stage(clients);
        Visit before = stage.arrive();
        for (String value :
                new String[] {"null", "0", "true", "[]", "{'pid':'x'}", "''", "'__proto__'", "'constructor'"}) {
            JsonNode strange = Json.parse(value);
            JsonNode credentials = Json.object().<ObjectNode>set("pid", strange).set("offset", strange);
            try {
                expectNew(stage, stage.comeBack(credentials), before);
            } catch (Violation e) {
                throw new Violation("a client that shows " + credentials + " to be new: " + e.expected(), e.observed());
            }
        }
        stage.cut(before);
        stage.recovered(before);
    }

    @Must(
            id = "RECOVERY-OTHER-NAMESPACE",
            sabotagedBy = ClaimBelievedElsewhere.class,
            says = "takes a private id for nothing in another namespace",
            authority = Authority.DOCUMENTATION)
    void takesItForNothingElsewhere(Clients clients) {
        Stage stage = new Stage(clients);
        Visit before = stage.arrive();
        stage.cut(before);
        stage.emitTo(null, "missed");

        Visit elsewhere = Visit.to(clients, "/custom", before.credentials());

        expect(!elsewhere.sid().equals(before.sid()), "an id of its own in /custom", elsewhere.sid());
        elsewhere.catchUp();
        expectEqual(List.of(), elsewhere.arguments(stage.news()));
        Visit after = stage.recovered(before);
        after.await(stage.news(), 1);
    }

    // Node's socket.io 4.8.4 forgets a private id only when its time is over: whoever shows it after its owner has come
    // back gets the owner's session id as well, and takes its place in the namespace
    @Should(
            id = "RECOVERY-CLAIMED-ONCE",
            sabotagedBy = ClaimBelievedTwice.class,
            says = "never has two clients with one session id, though both show the same private id",
            authority = Authority.DOCUMENTATION)
    @Section(spec = Spec.SOCKET_IO_DOCS, anchor = "server-socket-instance/#socketid")
    void isClaimedOnce(Clients clients) {
        Stage stage = new Stage(clients);
        Visit before = stage.arrive();
        stage.cut(before);

        Visit first = stage.recovered(before);
        Visit second = stage.comeBack(before.credentials());

        expect(
                !second.sid().equals(first.sid()),
                "an id of its own while " + first.sid() + " is connected",
                second.sid());
        stage.emitTo(first.sid(), "still there");
        first.await(stage.news(), 1);
    }

    private static void expectNew(Stage stage, Visit visit, Visit before) {
        expect(!visit.sid().equals(before.sid()), "a new session id, other than " + before.sid(), visit.sid());
        expect(!visit.pid().equals(before.pid()), "a new private id", visit.pid());
        visit.catchUp();
        expectEqual(List.of(), visit.arguments(stage.news()));
    }
}
