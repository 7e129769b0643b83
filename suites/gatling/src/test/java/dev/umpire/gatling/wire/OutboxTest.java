package dev.umpire.gatling.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final Outbox outbox = new Outbox();

    @Test
    void sendsTogetherWhatWaited() {
        outbox.add("42[1]");
        outbox.add(new byte[] {1, 2, 3});
        outbox.add("42[2]");

        assertThat(outbox.takePayload()).isEqualTo("42[1]\u001ebAQID\u001e42[2]");
        assertThat(outbox.isEmpty()).isTrue();
    }

    @Test
    void sendsNoMoreAtOnceThanTheServerTakes() {
        outbox.limit(11);
        outbox.add("42[1]");
        outbox.add("42[2]");
        outbox.add("4");

        // five bytes, a separator, five bytes
        assertThat(outbox.takePayload()).isEqualTo("42[1]\u001e42[2]");
        assertThat(outbox.takePayload()).isEqualTo("4");
    }

    @Test
    void countsBytesRatherThanCharacters() {
        outbox.limit(11);
        outbox.add("42[1]");
        outbox.add("42[é]");

        assertThat(outbox.takePayload()).isEqualTo("42[1]");
    }

    @Test
    void sendsWhatIsTooLongByItself() {
        outbox.limit(3);
        outbox.add("42[\"long\"]");

        assertThat(outbox.takePayload()).isEqualTo("42[\"long\"]");
    }

    @Test
    void leavesTheRestToAnotherWire() {
        outbox.add("42[1]");
        outbox.add(new byte[] {7});
        List<Object> sent = new ArrayList<>();

        outbox.emptyInto(new Wire() {
            @Override
            public void send(String packet) {
                sent.add(packet);
            }

            @Override
            public void send(byte[] attachment) {
                sent.add(attachment[0]);
            }

            @Override
            public void close() {}

            @Override
            public void reading(boolean takes) {}
        });

        assertThat(sent).containsExactly("42[1]", (byte) 7);
        assertThat(outbox.isEmpty()).isTrue();
    }
}
