package dev.umpire.gatling.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.umpire.gatling.connection.SocketIoEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InboxTest {
    private final Inbox inbox = new Inbox(3);
    private final List<String> got = new ArrayList<>();

    @Test
    void handsOverWhatCameBefore() {
        arrives("news", 1);
        arrives("news", 2);

        expects("news", 1);
        expects("news", 1);

        assertThat(got).containsExactly("[1]", "[2]");
    }

    @Test
    void waitsForWhatComes() {
        expects("news", 1);
        arrives("other", 1);
        arrives("news", 2);
        arrives("news", 3);
        assertThat(got).containsExactly("[2]");

        expects("news", 1);

        assertThat(got).containsExactly("[2]", "[3]");
    }

    @Test
    void takesSomeFromBeforeAndSomeFromLater() {
        arrives("news", 1);
        arrives("other", 2);

        expects("news", 2);
        assertThat(got).isEmpty();
        arrives("news", 3);

        assertThat(got).containsExactly("[1, 3]");
        expects("other", 1);
        assertThat(got).containsExactly("[1, 3]", "[2]");
    }

    @Test
    void keepsNamespacesApart() {
        inbox.add(new SocketIoEvent("/chat", "news", List.of(IntNode.valueOf(1)), List.of()));

        expects("news", 1);

        assertThat(got).isEmpty();
    }

    @Test
    void keepsForOthersWhatNobodyWaitsForAnyMore() {
        expects("news", 1);
        inbox.giveUp();
        arrives("news", 1);
        assertThat(got).isEmpty();

        expects("news", 1);

        assertThat(got).containsExactly("[1]");
    }

    @Test
    void forgetsTheOldest() {
        for (int number = 1; number <= 3; number++) {
            arrives("news", number);
        }
        assertThat(inbox.forgotten()).isEmpty();

        arrives("news", 4);
        expects("news", 1);

        assertThat(got).containsExactly("[2]");
        assertThat(inbox.forgotten())
                .isEqualTo("; of those that nobody asked for, the client keeps 3 (connect().keep(…))");
    }

    @Test
    void aStepThatIsMetMayExpectAgain() {
        inbox.expect(new Inbox.Expectation("/", "news", 1, events -> expects("news", 1)));

        arrives("news", 1);
        arrives("news", 2);

        assertThat(got).containsExactly("[2]");
    }

    private void arrives(String name, int number) {
        inbox.add(new SocketIoEvent("/", name, List.of(IntNode.valueOf(number)), List.of()));
    }

    private void expects(String name, int times) {
        inbox.expect(new Inbox.Expectation(
                "/",
                name,
                times,
                events -> got.add(events.stream()
                        .map(event -> event.arguments().get(0).asInt())
                        .toList()
                        .toString())));
    }
}
