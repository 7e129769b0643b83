package dev.umpire.suites.recovery;

import static dev.umpire.suites.rule.Expect.expect;
import static dev.umpire.suites.rule.Expect.expectEqual;

import com.fasterxml.jackson.databind.JsonNode;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.saboteur.recovery.ClaimIgnored;
import dev.umpire.fixtures.saboteur.recovery.DismissedTakenBack;
import dev.umpire.fixtures.saboteur.recovery.LeaverTakenBack;
import dev.umpire.fixtures.saboteur.recovery.LeftRoomsRestored;
import dev.umpire.fixtures.saboteur.recovery.OnlyOwnRoomRestored;
import dev.umpire.fixtures.saboteur.recovery.RecoveryUntold;
import dev.umpire.fixtures.saboteur.recovery.TakenBackOnce;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Connection state recovery: a client that was cut off and comes back in time has its id and its rooms again, and gets
 * what was emitted to it meanwhile.
 */
@PartOf(Suite.RECOVERY)
@Section(spec = Spec.SOCKET_IO_DOCS, anchor = "connection-state-recovery/")
@Needs(
        tier = Tier.UMPIRE,
        capabilities = {"recovery", "rooms", "broadcast-ack"})
class RestoredStateRules {

    @Must(
            id = "RECOVERY-SAME-ID",
            sabotagedBy = {ClaimIgnored.class, RecoveryUntold.class},
            says = "gives a client that comes back its session id again",
            authority = Authority.DOCUMENTATION)
    void givesTheSameId(Clients clients) {
        Stage stage = new Stage(clients);
        Visit before = stage.arrive();
        stage.cut(before);

        Visit after = stage.comeBack(before.credentials());

        stage.expectSameId(before, after);
        JsonNode info = after.command("{'op':'info'}");
        expectEqual(before.sid(), info.path("sid").asText());
        expect(info.path("recovered").asBoolean(true), "a socket that knows that it was recovered", info);
    }

    @Must(
            id = "RECOVERY-ROOMS",
            sabotagedBy = {OnlyOwnRoomRestored.class, LeftRoomsRestored.class},
            says = "puts a client that comes back into the rooms that it was in, and no others",
            authority = Authority.DOCUMENTATION)
    void restoresRooms(Clients clients) {
        Stage stage = new Stage(clients);
        Visit before = stage.arrive();
        String red = clients.room("red");
        String blue = clients.room("blue");
        before.command("{'op':'join','rooms':['" + red + "','" + blue + "']}");
        JsonNode rooms =
                before.command("{'op':'leave','rooms':['" + blue + "']}").path("rooms");
        stage.cut(before);

        Visit after = stage.recovered(before);

        JsonNode restored = after.command("{'op':'info'}").path("rooms");
        expectEqual("the rooms " + new TreeSet<>(texts(rooms)), "the rooms " + new TreeSet<>(texts(restored)));
        stage.emitTo(red, "red");
        stage.emitTo(blue, "blue");
        stage.emitTo(after.sid(), "own");
        after.await(stage.news(), 2);
        after.catchUp();
        expectEqual(List.of("red", "own"), after.arguments(stage.news()));
    }

    @Must(
            id = "RECOVERY-AGAIN",
            sabotagedBy = TakenBackOnce.class,
            says = "takes a client back each time that it is cut off",
            authority = Authority.DOCUMENTATION,
            seenIn = "RC-01")
    void takesBackAgainAndAgain(Clients clients) {
        Stage stage = new Stage(clients);
        Visit first = stage.arrive();
        String red = clients.room("red");
        first.command("{'op':'join','rooms':['" + red + "']}");
        Visit visit = first;
        for (int i = 0; i < 3; i++) {
            stage.cut(visit);
            stage.emitTo(red, "" + i);
            visit = stage.comeBack(visit.credentials());
            stage.expectSameId(first, visit);
            visit.await(stage.news(), 1);
            visit.catchUp();
            expectEqual(List.of("" + i), visit.arguments(stage.news()));
        }
    }

    @Must(
            id = "RECOVERY-CLIENT-LEFT",
            sabotagedBy = LeaverTakenBack.class,
            says = "connects a client that had left by itself as a new one",
            authority = Authority.DOCUMENTATION)
    void startsAfreshAfterAFarewell(Clients clients) {
        Stage stage = new Stage(clients);
        Visit visit = stage.arrive();
        stage.emitTo(visit.sid(), "before");
        visit.await(stage.news(), 1);
        String sid = visit.sid();
        JsonNode credentials = visit.credentials();
        visit.leave();
        stage.awaitAbsence(sid);
        stage.emitTo(null, "missed");

        visit.connect(credentials);

        expect(!visit.sid().equals(sid), "a new session id, other than " + sid, visit.sid());
        visit.catchUp();
        expectEqual(List.of(), visit.arguments(stage.news()));
    }

    @Should(
            id = "RECOVERY-SERVER-DISCONNECT",
            sabotagedBy = DismissedTakenBack.class,
            says = "connects a client that the application had disconnected as a new one",
            authority = Authority.REFERENCE_IMPLEMENTATION)
    void startsAfreshAfterADismissal(Clients clients) {
        Stage stage = new Stage(clients);
        Visit before = stage.arrive();
        before.ask(Json.parse("{'op':'disconnect','close':true}"));
        stage.awaitAbsence(before.sid());

        Visit after = stage.comeBack(before.credentials());

        expect(!after.sid().equals(before.sid()), "a new session id, other than " + before.sid(), after.sid());
    }

    private static List<String> texts(JsonNode array) {
        return IntStream.range(0, array.size())
                .mapToObj(i -> array.path(i).asText())
                .toList();
    }
}
