package dev.umpire.suites.delivery;

import static dev.umpire.suites.delivery.Scope.broadcast;
import static dev.umpire.suites.delivery.Scope.io;
import static dev.umpire.suites.delivery.Scope.socket;
import static dev.umpire.suites.rule.Expect.expect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.saboteur.delivery.AskerAskedByBroadcast;
import dev.umpire.fixtures.saboteur.delivery.AskerAskedByOwnRoom;
import dev.umpire.fixtures.saboteur.delivery.AskerNotAskedByIo;
import dev.umpire.fixtures.saboteur.delivery.ExceptedAsked;
import dev.umpire.fixtures.saboteur.delivery.OneRoomAskedOnly;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Documentation, "Broadcasting events, with acknowledgements": whatever may be broadcast may be asked, too. Each client
 * that the scope addresses is asked once, nobody else is, and the application gets the answers of exactly these.
 */
@PartOf(Suite.ACKNOWLEDGEMENTS)
@Section(spec = Spec.SOCKET_IO_DOCS, anchor = "broadcasting-events/#with-acknowledgements")
@Needs(
        tier = Tier.UMPIRE,
        capabilities = {"broadcast-ack", "dynamic-namespaces", "rooms"})
class AskedScopeRules {
    /** So long that every answer is in: who was asked in vain is seen by what reached whom. */
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    @Must(
            id = "SCOPE-ACK-IO",
            sabotagedBy = AskerNotAskedByIo.class,
            says = "asks every client of the namespace when io asks for acknowledgements",
            authority = Authority.DOCUMENTATION)
    void ioAsksEveryone(Clients clients) {
        Cast cast = Cast.of(clients);
        expectAsked(cast, io(), cast.alice(), cast.bob(), cast.carol(), cast.dave());
    }

    @Must(
            id = "SCOPE-ACK-BROADCAST",
            sabotagedBy = AskerAskedByBroadcast.class,
            says = "asks every client but the sender when socket.broadcast asks for acknowledgements",
            authority = Authority.DOCUMENTATION)
    void broadcastAsksEveryoneElse(Clients clients) {
        Cast cast = Cast.of(clients);
        expectAsked(cast, broadcast(), cast.bob(), cast.carol(), cast.dave());
    }

    @Must(
            id = "SCOPE-ACK-SOCKET-ROOM",
            sabotagedBy = AskerAskedByOwnRoom.class,
            says = "asks the members of a room but the sender when socket.to asks for acknowledgements",
            authority = Authority.DOCUMENTATION)
    void socketAsksTheOtherMembers(Clients clients) {
        Cast cast = Cast.of(clients);
        String red = cast.room("red");
        cast.join(cast.alice(), red);
        cast.join(cast.bob(), red);
        cast.join(cast.carol(), red);
        expectAsked(cast, socket().to(red), cast.bob(), cast.carol());
        expectAsked(cast, broadcast().to(red), cast.bob(), cast.carol());
    }

    @Must(
            id = "SCOPE-ACK-ROOMS",
            sabotagedBy = OneRoomAskedOnly.class,
            says = "asks the members of every room named, once each, when io.to asks for acknowledgements",
            authority = Authority.DOCUMENTATION)
    void ioAsksSeveralRooms(Clients clients) {
        Cast cast = Cast.of(clients);
        String red = cast.room("red");
        String blue = cast.room("blue");
        cast.join(cast.alice(), red);
        cast.join(cast.bob(), red, blue);
        cast.join(cast.carol(), blue);
        expectAsked(cast, io().to(red, blue), cast.alice(), cast.bob(), cast.carol());
    }

    @Must(
            id = "SCOPE-ACK-EXCEPT",
            sabotagedBy = ExceptedAsked.class,
            says = "asks no member of a room that is excepted, with any scope that asks for acknowledgements",
            authority = Authority.DOCUMENTATION)
    @Needs(
            tier = Tier.UMPIRE,
            capabilities = {"broadcast-ack", "dynamic-namespaces", "rooms", "except"})
    void asksNobodyExcepted(Clients clients) {
        Cast cast = Cast.of(clients);
        String red = cast.room("red");
        String blue = cast.room("blue");
        cast.join(cast.alice(), red);
        cast.join(cast.bob(), red, blue);
        cast.join(cast.carol(), red);
        expectAsked(cast, io().except(blue), cast.alice(), cast.carol(), cast.dave());
        expectAsked(cast, broadcast().except(blue), cast.carol(), cast.dave());
        expectAsked(cast, io().to(red).except(blue), cast.alice(), cast.carol());
    }

    /** Has the app ask a scope for alice. */
    private static void expectAsked(Cast cast, Scope scope, ClientSocket... addressed) {
        Emitted question = new Emitted(cast.freshEvent(), cast.alice(), scope);
        long asked = cast.alice()
                .ask(
                        "umpire",
                        scope.command(question.event()).put("op", "emitWithAck").put("timeoutMs", TIMEOUT.toMillis()));
        try {
            cast.expectOnly(question, addressed);
        } catch (Violation e) {
            throw new Violation("the question of " + e.expected(), e.observed());
        }
        for (ClientSocket client : addressed) {
            client.ack(client.await(question.event()), client.name());
        }
        JsonNode reply = cast.alice().awaitAck(asked).path(0);
        List<String> answers = StreamSupport.stream(reply.path("responses").spliterator(), false)
                .map(JsonNode::asText)
                .sorted()
                .toList();
        List<String> names =
                Arrays.stream(addressed).map(ClientSocket::name).sorted().toList();
        expect(
                answers.equals(names) && !reply.path("timedOut").asBoolean(true),
                "the answers of " + names + " to the question of " + question,
                reply);
    }
}
