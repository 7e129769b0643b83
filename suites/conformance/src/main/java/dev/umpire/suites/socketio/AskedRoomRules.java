package dev.umpire.suites.socketio;

import static dev.umpire.suites.rule.Authority.DOCUMENTATION;
import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.saboteur.socketio.AnswersCountedNotClients;
import dev.umpire.fixtures.saboteur.socketio.AnswersLostOnTimeout;
import dev.umpire.fixtures.saboteur.socketio.ClientAcksIgnored;
import dev.umpire.fixtures.saboteur.socketio.FirstAnswerOnly;
import dev.umpire.fixtures.saboteur.socketio.LateAckCloses;
import dev.umpire.fixtures.saboteur.socketio.LeaverAwaited;
import dev.umpire.fixtures.saboteur.socketio.QuestionsNeverTimeOut;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Patient;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.List;
import java.util.stream.Stream;

/**
 * Documentation, "Broadcasting events, with acknowledgements": a broadcast may ask every receiver; the application is
 * told when all have answered, or when the time is up, with the answers that came until then.
 */
@PartOf(Suite.ACKNOWLEDGEMENTS)
@Section(spec = Spec.SOCKET_IO_DOCS, anchor = "broadcasting-events/#with-acknowledgements")
@Needs(
        tier = Tier.UMPIRE,
        capabilities = {"broadcast-ack", "rooms"})
class AskedRoomRules {

    @Must(
            id = "SIO-ACK-ALL",
            says = "gathers the acknowledgements of every client that a broadcast reached",
            authority = DOCUMENTATION,
            sabotagedBy = {FirstAnswerOnly.class, ClientAcksIgnored.class})
    @Needs(
            tier = Tier.UMPIRE,
            capabilities = {"broadcast-ack", "rooms"},
            transports = {Via.POLLING, Via.WEBSOCKET, Via.UPGRADE})
    void gathersAllAnswers(Clients clients) {
        String room = clients.room("jury");
        List<ClientSocket> members = Stream.of(Via.POLLING, Via.WEBSOCKET, Via.UPGRADE)
                .map(via -> member(clients, via.name(), via, room))
                .toList();
        Question question = new Question(clients, clients.socket("asker"));
        long asked = question.askRoom(room, Question.soon(clients));
        members.forEach(member -> member.ack(question.arrivesAt(member), member.name()));
        question.expectAnswers(asked, false, "POLLING", "WEBSOCKET", "UPGRADE");
    }

    @Patient
    @Must(
            id = "SIO-ACK-ALL-MISSING",
            says = "tells the application after the time is up who did answer a broadcast",
            authority = DOCUMENTATION,
            sabotagedBy = {AnswersLostOnTimeout.class, QuestionsNeverTimeOut.class, FirstAnswerOnly.class})
    void givesUpOnSome(Clients clients) {
        String room = clients.room("jury");
        ClientSocket bob = member(clients, "bob", clients.via(), room);
        ClientSocket carol = member(clients, "carol", clients.via(), room);
        ClientSocket mute = member(clients, "mute", clients.via(), room);
        Question question = new Question(clients, clients.socket("asker"));
        long asked = question.askRoom(room, Question.soon(clients));
        bob.ack(question.arrivesAt(bob), "bob");
        carol.ack(question.arrivesAt(carol), "carol");
        question.arrivesAt(mute);
        question.expectAnswers(asked, true, "bob", "carol");
    }

    @Patient
    @Must(
            id = "SIO-ACK-ALL-TWICE",
            says = "does not take one client's second acknowledgement for another's first",
            authority = DOCUMENTATION,
            sabotagedBy = {AnswersCountedNotClients.class, AnswersLostOnTimeout.class})
    void countsClientsNotAnswers(Clients clients) {
        String room = clients.room("jury");
        ClientSocket bob = member(clients, "bob", clients.via(), room);
        ClientSocket mute = member(clients, "mute", clients.via(), room);
        Question question = new Question(clients, clients.socket("asker"));
        long asked = question.askRoom(room, Question.soon(clients));
        SocketPacket event = question.arrivesAt(bob);
        bob.ack(event, "bob");
        bob.ack(event, "bob again");
        question.arrivesAt(mute);
        question.expectAnswers(asked, true, "bob");
    }

    @Must(
            id = "SIO-ACK-ALL-LATE",
            says = "ignores acknowledgements of a broadcast that come after the time is up",
            authority = DOCUMENTATION,
            sabotagedBy = LateAckCloses.class,
            seenIn = "AC-06")
    void ignoresLateAnswers(Clients clients) {
        String room = clients.room("jury");
        ClientSocket bob = member(clients, "bob", clients.via(), room);
        ClientSocket carol = member(clients, "carol", clients.via(), room);
        Question question = new Question(clients, clients.socket("asker"));
        long asked = question.askRoom(room, clients.timing().quiet());
        question.expectAnswers(asked, true);
        bob.ack(question.arrivesAt(bob), "late");
        carol.ack(question.arrivesAt(carol), "late");
        Echo.goesOn(bob, "a late acknowledgement");
        Echo.goesOn(carol, "a late acknowledgement");
        Echo.goesOn(question.asker(), "late acknowledgements");
    }

    @Patient
    @Must(
            id = "SIO-ACK-ALL-GONE",
            says = "does not wait for ever for a client that left before it answered a broadcast",
            authority = DOCUMENTATION,
            sabotagedBy = {LeaverAwaited.class, QuestionsNeverTimeOut.class})
    void doesNotWaitForThoseWhoLeft(Clients clients) {
        String room = clients.room("jury");
        ClientSocket bob = member(clients, "bob", clients.via(), room);
        ClientSocket leaver = member(clients, "leaver", clients.via(), room);
        Question question = new Question(clients, clients.socket("asker"));
        long asked = question.askRoom(room, Question.soon(clients));
        question.arrivesAt(leaver);
        leaver.disconnect();
        bob.ack(question.arrivesAt(bob), "bob");
        String responses = question.reply(asked).path("responses").toString();
        expect(responses.equals("[\"bob\"]"), "the answer of the client that stayed", responses);
    }

    private static ClientSocket member(Clients clients, String name, Via via, String room) {
        ClientSocket member = clients.socket(name, via);
        clients.command(member, "{'op':'join','rooms':['" + room + "']}");
        return member;
    }
}
