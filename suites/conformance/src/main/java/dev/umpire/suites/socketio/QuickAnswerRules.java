package dev.umpire.suites.socketio;

import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.saboteur.socketio.QuickAnswersMissed;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;

/** Socket.IO v5, "Acknowledgement": an answer counts however soon it comes. */
@PartOf(Suite.ACKNOWLEDGEMENTS)
@Section(spec = Spec.SOCKET_IO_V5, anchor = "acknowledgement")
@Needs(tier = Tier.UMPIRE)
class QuickAnswerRules {
    private static final int IN_A_ROW = 30;

    // socketioxide before 0.18.3 was ready for an answer only some time after it had asked.
    @Must(
            id = "SIO-ACK-ASKED-AT-ONCE",
            says = "takes acknowledgements that come as soon as it has asked, of one question after the other",
            sabotagedBy = QuickAnswersMissed.class,
            seenIn = "AC-08")
    void takesImmediateAnswers(Clients clients) {
        ClientSocket alice = clients.socket("alice");
        for (int i = 0; i < IN_A_ROW; i++) {
            Question question = new Question(clients, alice);
            long asked = question.askSelf(Question.soon(clients));
            alice.ack(question.arrivesAt(alice), "answer " + i);
            question.expectAnswers(asked, false, "answer " + i);
        }
    }
}
