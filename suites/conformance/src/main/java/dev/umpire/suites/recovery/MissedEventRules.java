package dev.umpire.suites.recovery;

import static dev.umpire.suites.rule.Expect.expect;
import static dev.umpire.suites.rule.Expect.expectEqual;

import com.fasterxml.jackson.databind.JsonNode;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.saboteur.recovery.AudienceForgotten;
import dev.umpire.fixtures.saboteur.recovery.FewMissedEventsKept;
import dev.umpire.fixtures.saboteur.recovery.FirstMissedEventLost;
import dev.umpire.fixtures.saboteur.recovery.MissedAttachmentsEmptied;
import dev.umpire.fixtures.saboteur.recovery.MissedEventsDoubled;
import dev.umpire.fixtures.saboteur.recovery.MissedEventsSwapped;
import dev.umpire.fixtures.saboteur.recovery.OffsetDemanded;
import dev.umpire.fixtures.saboteur.recovery.OffsetIgnored;
import dev.umpire.fixtures.saboteur.recovery.SentTakenForReceived;
import dev.umpire.fixtures.saboteur.recovery.VolatileRemembered;
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
import java.util.ArrayList;
import java.util.List;

/**
 * Connection state recovery: what was emitted while a client was away is delivered when it is back, once, in order, and
 * to those it was for; then the events go on as if nothing had happened.
 */
@PartOf(Suite.RECOVERY)
@Section(spec = Spec.SOCKET_IO_DOCS, anchor = "connection-state-recovery/")
@Needs(
        tier = Tier.UMPIRE,
        capabilities = {"recovery", "rooms", "broadcast-ack"})
class MissedEventRules {
    private static final int STREAM = 300;
    private static final int CUTS = 3;

    @Must(
            id = "RECOVERY-MISSED",
            sabotagedBy = {MissedEventsSwapped.class, FirstMissedEventLost.class, MissedEventsDoubled.class},
            says = "delivers what a client missed once, in the order of emission",
            authority = Authority.DOCUMENTATION)
    void deliversWhatWasMissed(Clients clients) {
        Stage stage = new Stage(clients);
        Visit before = stage.arrive();
        String red = clients.room("red");
        before.command("{'op':'join','rooms':['" + red + "']}");
        stage.cut(before);
        stage.emitTo(before.sid(), "own");
        stage.emitTo(red, "room");
        stage.emitTo(null, "all");
        stage.emit("broadcast", "'via':'broadcast','to':['" + red + "','" + before.sid() + "']");

        Visit after = stage.recovered(before);

        after.await(stage.news(), 4, ", all that was missed,");
        after.catchUp();
        expectEqual(List.of("own", "room", "all", "broadcast"), after.arguments(stage.news()));
    }

    @Must(
            id = "RECOVERY-RECEIVED",
            sabotagedBy = OffsetIgnored.class,
            says = "does not deliver again what a client had received before it was cut off",
            authority = Authority.DOCUMENTATION)
    void deliversNothingTwice(Clients clients) {
        Stage stage = new Stage(clients);
        Visit before = stage.arrive();
        stage.emitTo(null, "received");
        stage.emitTo(before.sid(), "received too");
        before.await(stage.news(), 2);
        stage.cut(before);
        stage.emitTo(before.sid(), "missed");

        Visit after = stage.recovered(before);

        after.await(stage.news(), 1);
        after.catchUp();
        expectEqual(List.of("missed"), after.arguments(stage.news()));
    }

    @Must(
            id = "RECOVERY-UNACKNOWLEDGED",
            sabotagedBy = SentTakenForReceived.class,
            says = "delivers again what it had sent and a client, by its offset, had not received",
            authority = Authority.DOCUMENTATION)
    void goesByTheOffset(Clients clients) {
        Stage stage = new Stage(clients);
        Visit before = stage.arrive();
        JsonNode credentials = before.credentials();
        stage.emitTo(before.sid(), "lost on the way");
        before.await(stage.news(), 1);
        stage.cut(before);

        Visit after = stage.comeBack(credentials);

        stage.expectSameId(before, after);
        after.await(stage.news(), 1, ", sent before and not received,");
        after.catchUp();
        expectEqual(List.of("lost on the way"), after.arguments(stage.news()));
    }

    @Must(
            id = "RECOVERY-AUDIENCE",
            sabotagedBy = AudienceForgotten.class,
            says = "delivers nothing to a client that comes back that was not for it when it was away",
            authority = Authority.DOCUMENTATION)
    @Needs(
            tier = Tier.UMPIRE,
            capabilities = {"recovery", "rooms", "broadcast-ack", "except"})
    void keepsToTheAudience(Clients clients) {
        Stage stage = new Stage(clients);
        Visit before = stage.arrive();
        String red = clients.room("red");
        before.command("{'op':'join','rooms':['" + red + "']}");
        stage.cut(before);
        stage.emitTo(clients.room("blue"), "another room");
        stage.emit("without red", "'via':'io','except':['" + red + "']");
        stage.emit("without one", "'via':'io','except':['" + before.sid() + "']");
        stage.emit("red without one", "'via':'io','to':['" + red + "'],'except':['" + before.sid() + "']");
        stage.emit("another client", "'via':'socket'");
        stage.emitTo(red, "red");

        Visit after = stage.recovered(before);

        after.await(stage.news(), 1);
        after.catchUp();
        expectEqual(List.of("red"), after.arguments(stage.news()));
    }

    @Should(
            id = "RECOVERY-VOLATILE",
            sabotagedBy = VolatileRemembered.class,
            says = "does not deliver volatile events to those who were away",
            authority = Authority.DOCUMENTATION)
    @Section(spec = Spec.SOCKET_IO_DOCS, anchor = "emitting-events/#volatile-events")
    @Needs(
            tier = Tier.UMPIRE,
            capabilities = {"recovery", "rooms", "broadcast-ack", "volatile"})
    void dropsVolatileEvents(Clients clients) {
        Stage stage = new Stage(clients);
        Visit before = stage.arrive();
        stage.cut(before);
        stage.emit("volatile", "'via':'io','volatile':true");
        stage.emit("lasting", "'via':'io'");

        Visit after = stage.recovered(before);

        after.await(stage.news(), 1);
        after.catchUp();
        expectEqual(List.of("lasting"), after.arguments(stage.news()));
    }

    @Must(
            id = "RECOVERY-BINARY",
            sabotagedBy = MissedAttachmentsEmptied.class,
            says = "delivers missed events with their attachments",
            authority = Authority.DOCUMENTATION)
    @Needs(
            tier = Tier.UMPIRE,
            capabilities = {"recovery", "rooms", "broadcast-ack", "binary"})
    void deliversAttachments(Clients clients) {
        Stage stage = new Stage(clients);
        Visit before = stage.arrive();
        stage.cut(before);
        byte[] bytes = {0, 1, (byte) 0xff};
        stage.emitBytes(before.sid(), bytes);
        stage.emitTo(before.sid(), "text");

        Visit after = stage.recovered(before);

        after.await(stage.news(), 2);
        JsonNode data = after.events(stage.news()).get(0).data();
        JsonNode delivered = data == null ? Json.object() : data.path(1);
        expect(delivered.equals(Json.of(bytes)), "a missed event with its attachment, " + Json.of(bytes), delivered);
        expectEqual("text", after.arguments(stage.news()).get(1));
    }

    @Must(
            id = "RECOVERY-SEAMLESS",
            sabotagedBy = {FewMissedEventsKept.class, OffsetIgnored.class},
            says =
                    "leaves no gap and repeats nothing in a stream of events during which a client is cut off and comes back",
            authority = Authority.DOCUMENTATION)
    void leavesNoGap(Clients clients) {
        Stage stage = new Stage(clients);
        Visit visit = stage.arrive();
        String red = clients.room("red");
        visit.command("{'op':'join','rooms':['" + red + "']}");
        String event = clients.event("stream");
        List<String> received = new ArrayList<>();
        for (int cut = 0; cut < CUTS; cut++) {
            stage.stream(red, event, STREAM);
            visit.await(event, 1);
            stage.cut(visit);
            received.addAll(visit.arguments(event));
            stage.stream(red, event, STREAM);
            visit = stage.recovered(visit);
        }
        stage.stream(red, event, STREAM);
        visit.await(event, (2 * CUTS + 1) * STREAM - received.size(), ", the rest of the stream,");
        visit.catchUp();
        received.addAll(visit.arguments(event));

        for (int i = 0; i < received.size(); i++) {
            expect(
                    received.get(i).equals("" + i % STREAM),
                    "event number " + i % STREAM + " of a stream next, without gap or repetition",
                    "event number " + received.get(i));
        }
        expectEqual((2 * CUTS + 1) * STREAM, received.size());
    }

    @May(
            id = "RECOVERY-NO-OFFSET",
            sabotagedBy = OffsetDemanded.class,
            says = "takes back a client that shows no offset, as one that received nothing yet",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            seenIn = "RC-02")
    void needsNoOffset(Clients clients) {
        Stage stage = new Stage(clients);
        Visit before = stage.arrive();
        stage.cut(before);
        stage.emitTo(before.sid(), "missed");

        Visit after = stage.comeBack(Json.object().put("pid", before.pid()));

        stage.expectSameId(before, after);
        after.await(stage.news(), 1);
    }
}
