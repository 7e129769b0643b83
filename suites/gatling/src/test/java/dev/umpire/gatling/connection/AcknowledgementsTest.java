package dev.umpire.gatling.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcknowledgementsTest {
    private final Acknowledgements acknowledgements = new Acknowledgements();
    private final List<String> answers = new ArrayList<>();

    @Test
    void reachesWhoAsked() {
        long first = ask("/");
        long second = ask("/chat");

        assertThat(acknowledgements.arrived(second, arrival("/chat", "[2]"))).isNull();
        assertThat(acknowledgements.arrived(first, arrival("/", "[1]"))).isNull();

        assertThat(answers).containsExactly("/chat [2]", "/ [1]");
    }

    @Test
    void comesOnce() {
        long id = ask("/");
        acknowledgements.arrived(id, arrival("/", "[1]"));

        assertThat(acknowledgements.arrived(id, arrival("/", "[1]"))).isEqualTo("an acknowledgement twice: [1]");
    }

    @Test
    void comesToThoseWhoAskedOnly() {
        assertThat(acknowledgements.arrived(0, arrival("/", "[1]")))
                .isEqualTo("an acknowledgement that was not asked for: [1]");
        assertThat(acknowledgements.arrived(PacketScan.NO_ID, arrival("/", "[1]")))
                .isEqualTo("an acknowledgement without an id: [1]");
    }

    @Test
    void comesInTheNamespaceOfTheEvent() {
        long id = ask("/chat");

        assertThat(acknowledgements.arrived(id, arrival("/", "[1]")))
                .isEqualTo("an acknowledgement in namespace / of an event in namespace /chat: [1]");
        assertThat(answers).isEmpty();
    }

    @Test
    void mayComeTooLateOnce() {
        long id = ask("/");
        acknowledgements.giveUp(id);

        assertThat(acknowledgements.arrived(id, arrival("/", "[1]"))).isNull();
        assertThat(acknowledgements.arrived(id, arrival("/", "[1]"))).isEqualTo("an acknowledgement twice: [1]");
        assertThat(answers).isEmpty();
    }

    @Test
    void isAnArray() {
        assertThat(acknowledgements.arrived(ask("/"), arrival("/", "{}")))
                .isEqualTo("what is no array of arguments: {}");
    }

    private long ask(String namespace) {
        return acknowledgements.ask(namespace, answer -> answers.add(answer.namespace() + " " + answer.arguments()));
    }

    private static Arrival arrival(String namespace, String json) {
        byte[] packet = json.getBytes(StandardCharsets.UTF_8);
        Arrival arrival = new Arrival();
        arrival.set(namespace, packet, 0, packet.length, List.of());
        return arrival;
    }
}
