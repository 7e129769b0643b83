package dev.umpire.gatling.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrivalTest {

    @Test
    void isAnEvent() throws MalformedEventException {
        byte[] attachment = {1};
        Arrival arrival = arrived("[\"news\",1,{\"a\":\"é\"}]", List.of(attachment));

        SocketIoEvent event = arrival.event();

        assertThat(event.namespace()).isEqualTo("/chat");
        assertThat(event.name()).isEqualTo("news");
        assertThat(event.arguments()).extracting(Object::toString).containsExactly("1", "{\"a\":\"é\"}");
        assertThat(event.attachments()).containsExactly(attachment);
    }

    @Test
    void isAnAcknowledgementWithoutAName() throws MalformedEventException {
        SocketIoEvent event = arrived("[\"yes\"]", List.of()).acknowledgement();

        assertThat(event.name()).isEmpty();
        assertThat(event.arguments()).extracting(Object::toString).containsExactly("\"yes\"");
    }

    @Test
    void servesTheNextEventToo() throws MalformedEventException {
        Arrival arrival = arrived("[\"first\"]", List.of(new byte[] {1}));
        byte[] packet = "[\"second\"]".getBytes(StandardCharsets.UTF_8);
        arrival.set("/", packet, 0, packet.length, List.of());

        assertThat(arrival.event()).isEqualTo(new SocketIoEvent("/", "second", List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[\"news\"  | what is no JSON: [\"news\"",
                "news       | what is no JSON: news",
                "{\"a\":1}  | what is no array of arguments: {\"a\":1}",
                "''         | 'what is no array of arguments: '",
                "[]         | an event without a name: []",
                "[1,2]      | an event without a name: [1,2]"
            })
    void saysWhatIsNoEvent(String json, String words) {
        assertThatExceptionOfType(MalformedEventException.class)
                .isThrownBy(() -> arrived(json, List.of()).event())
                .withMessage(words);
    }

    @Test
    void isShortenedForPeople() {
        assertThat(arrived("x".repeat(201), List.of()).shown()).isEqualTo("x".repeat(200) + "…");
        assertThat(arrived("x".repeat(200), List.of()).shown()).isEqualTo("x".repeat(200));
    }

    private static Arrival arrived(String json, List<byte[]> attachments) {
        byte[] packet = ("42" + json + "]").getBytes(StandardCharsets.UTF_8);
        Arrival arrival = new Arrival();
        arrival.set("/chat", packet, 2, packet.length - 1, attachments);
        return arrival;
    }
}
