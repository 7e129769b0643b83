package dev.umpire.suites.socketio;

import static dev.umpire.suites.rule.Authority.DOCUMENTATION;
import static dev.umpire.suites.rule.Authority.REFERENCE_IMPLEMENTATION;
import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.saboteur.socketio.AnswerToOldestQuestion;
import dev.umpire.fixtures.saboteur.socketio.ClientAckWithoutBytes;
import dev.umpire.fixtures.saboteur.socketio.ClientAcksIgnored;
import dev.umpire.fixtures.saboteur.socketio.ForeignAckTaken;
import dev.umpire.fixtures.saboteur.socketio.LateAckCloses;
import dev.umpire.fixtures.saboteur.socketio.LateAnswerTold;
import dev.umpire.fixtures.saboteur.socketio.QuestionWithoutId;
import dev.umpire.fixtures.saboteur.socketio.QuestionsNeverTimeOut;
import dev.umpire.fixtures.saboteur.socketio.SecondAnswerTold;
import dev.umpire.fixtures.saboteur.socketio.TimeoutNotTold;
import dev.umpire.fixtures.saboteur.socketio.UnknownAckCloses;
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

/**
 * Socket.IO v5, "Acknowledgement", and documentation, "Emitting events": a server may ask one client for an
 * acknowledgement as well, for a limited time, and takes one answer, from whom it asked.
 */
@PartOf(Suite.ACKNOWLEDGEMENTS)
@Section(spec = Spec.SOCKET_IO_DOCS, anchor = "emitting-events/#acknowledgements")
@Needs(tier = Tier.UMPIRE)
class AskedClientRules {

    @Must(
            id = "SIO-ACK-ASKED",
            says = "hands a client's acknowledgement to the application that asked for it",
            authority = DOCUMENTATION,
            sabotagedBy = ClientAcksIgnored.class,
            seenIn = "AC-02")
    void takesTheAnswer(Clients clients) {
        Question question = new Question(clients, clients.socket("alice"));
        long asked = question.askSelf(Question.soon(clients));
        question.asker().ack(question.arrivesAt(question.asker()), "yes");
        question.expectAnswers(asked, false, "yes");
    }

    @Must(
            id = "SIO-ACK-ASKED-ID",
            says = "sends an id with an event for which it wants an acknowledgement",
            sabotagedBy = QuestionWithoutId.class,
            seenIn = "AC-10")
    @Section(spec = Spec.SOCKET_IO_V5, anchor = "acknowledgement")
    void sendsAnId(Clients clients) {
        Question question = new Question(clients, clients.socket("alice"));
        question.askSelf(Question.soon(clients));
        SocketPacket event = question.arrivesAt(question.asker());
        expect(event.id().isPresent(), "an event with an id", event);
    }

    @Must(
            id = "SIO-ACK-ASKED-TIMEOUT",
            says = "tells the application that a client did not acknowledge in time",
            authority = DOCUMENTATION,
            sabotagedBy = {TimeoutNotTold.class, QuestionsNeverTimeOut.class})
    @Section(spec = Spec.SOCKET_IO_DOCS, anchor = "emitting-events/#with-timeout")
    @Needs(tier = Tier.UMPIRE, capabilities = "ack-timeout")
    void givesUp(Clients clients) {
        Question question = new Question(clients, clients.socket("alice"));
        long asked = question.askSelf(clients.timing().quiet());
        question.arrivesAt(question.asker());
        question.expectAnswers(asked, true);
    }

    @Must(
            id = "SIO-ACK-ASKED-LATE",
            says = "ignores an acknowledgement that comes after the application gave up",
            authority = DOCUMENTATION,
            sabotagedBy = {LateAnswerTold.class, LateAckCloses.class},
            seenIn = "AC-06")
    @Section(spec = Spec.SOCKET_IO_DOCS, anchor = "emitting-events/#with-timeout")
    @Needs(tier = Tier.UMPIRE, capabilities = "ack-timeout")
    void ignoresALateAnswer(Clients clients) {
        ClientSocket alice = clients.socket("alice");
        Question question = new Question(clients, alice);
        long asked = question.askSelf(clients.timing().quiet());
        SocketPacket event = question.arrivesAt(alice);
        question.expectAnswers(asked, true);
        alice.ack(event, "late");
        Echo.goesOn(alice, "a late acknowledgement");
    }

    @Should(
            id = "SIO-ACK-ASKED-TWICE",
            says = "ignores a second acknowledgement of the same event",
            authority = REFERENCE_IMPLEMENTATION,
            sabotagedBy = SecondAnswerTold.class,
            seenIn = "AC-07")
    void ignoresASecondAnswer(Clients clients) {
        ClientSocket alice = clients.socket("alice");
        Question question = new Question(clients, alice);
        long asked = question.askSelf(Question.soon(clients));
        SocketPacket event = question.arrivesAt(alice);
        alice.ack(event, "first");
        alice.ack(event, "second");
        question.expectAnswers(asked, false, "first");
        Echo.goesOn(alice, "a second acknowledgement");
    }

    @Should(
            id = "SIO-ACK-UNKNOWN",
            says = "ignores acknowledgements with ids for which it never asked",
            authority = REFERENCE_IMPLEMENTATION,
            sabotagedBy = UnknownAckCloses.class,
            seenIn = "AC-07")
    @Needs(tier = Tier.ECHO)
    void ignoresUnknownIds(Clients clients) {
        ClientSocket alice = clients.socket("alice");
        alice.client().wire().send("430[1]", "4399999[1]", "439007199254740991[]");
        Echo.goesOn(alice, "acknowledgements of nothing");
    }

    @Must(
            id = "SIO-ACK-ASKED-FOREIGN",
            says = "takes an acknowledgement only from the client that it asked",
            authority = DOCUMENTATION,
            sabotagedBy = {ForeignAckTaken.class, UnknownAckCloses.class},
            seenIn = "AC-07")
    @Needs(
            tier = Tier.UMPIRE,
            capabilities = {"broadcast-ack", "rooms"})
    void takesNoAnswerFromAnother(Clients clients) {
        ClientSocket bob = clients.socket("bob");
        ClientSocket mallory = clients.socket("mallory");
        Question question = new Question(clients, clients.socket("alice"));
        long asked = question.askRoom(bob.sid(), Question.soon(clients));
        SocketPacket event = Clients.prerequisite("SCOPE-PRIVATE-MESSAGE", () -> question.arrivesAt(bob));
        mallory.ack(event, "forged");
        Echo.goesOn(mallory, "a forged acknowledgement");
        bob.ack(event, "mine");
        question.expectAnswers(asked, false, "mine");
    }

    @Must(
            id = "SIO-ACK-ASKED-SEVERAL",
            says = "keeps the answers to several questions in flight apart",
            authority = DOCUMENTATION,
            sabotagedBy = AnswerToOldestQuestion.class,
            seenIn = "AC-09")
    void keepsQuestionsApart(Clients clients) {
        ClientSocket alice = clients.socket("alice");
        List<Question> questions = new ArrayList<>();
        List<Long> asked = new ArrayList<>();
        List<SocketPacket> events = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            questions.add(new Question(clients, alice));
            asked.add(questions.get(i).askSelf(Question.soon(clients)));
        }
        questions.forEach(question -> events.add(question.arrivesAt(alice)));
        for (int i = events.size() - 1; i >= 0; i--) {
            alice.ack(events.get(i), "answer " + (char) ('a' + i));
        }
        for (int i = 0; i < events.size(); i++) {
            questions.get(i).expectAnswers(asked.get(i), false, "answer " + (char) ('a' + i));
        }
    }

    @Must(
            id = "SIO-ACK-ASKED-BINARY",
            says = "takes an acknowledgement with attachments",
            sabotagedBy = ClientAckWithoutBytes.class)
    @Section(spec = Spec.SOCKET_IO_V5, anchor = "acknowledgement")
    @Needs(tier = Tier.UMPIRE, capabilities = "binary")
    void takesBytes(Clients clients) {
        ClientSocket alice = clients.socket("alice");
        Question question = new Question(clients, alice);
        long asked = question.askSelf(Question.soon(clients));
        byte[] bytes = Bytes.pattern(1000, 7);
        alice.ack(question.arrivesAt(alice), bytes);
        Echo.expectSame(Json.array().add(bytes), question.reply(asked).path("responses"));
    }
}
