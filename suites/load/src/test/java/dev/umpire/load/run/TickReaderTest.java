package dev.umpire.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.fixtures.wire.Handshake;
import dev.umpire.gatling.connection.Arrival;
import dev.umpire.gatling.connection.SocketIoConnection;
import dev.umpire.gatling.connection.SocketIoListener;
import dev.umpire.gatling.wire.Wire;
import dev.umpire.load.cast.Stream;
import dev.umpire.load.run.TickReader.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TickReaderTest {
    private final Ticks ticks = new Ticks("run1", 3, false);
    private final TickReader reader = new TickReader(ticks);

    @ParameterizedTest
    @ValueSource(longs = {0, 7, 42, 999_999_999_999_999L, 1_000_000_000_000_000L})
    void readsTheNumberOfATick(long number) {
        assertThat(read("42[\"~run1:3:0\"," + number + ",\"xxx\"]")).isEqualTo(Kind.TICK);
        assertThat(reader.stream()).isEqualTo(3);
        assertThat(reader.number()).isEqualTo(number);
    }

    @Test
    void addsWhereTheRowBegan() {
        assertThat(read("42[\"~run1:0:800\",17,\"xxx\"]")).isEqualTo(Kind.TICK);
        assertThat(reader.number()).isEqualTo(817);
    }

    @Test
    void tellsStreamsApartHoweverTheyAreSpelt() {
        assertThat(read("42[\"~run1:3:0\",17,\"xxx\"]")).isEqualTo(Kind.TICK);
        assertThat(read("42[ \"~run1:4:0\",17,\"xxx\"]")).isEqualTo(Kind.TICK);
        assertThat(reader.stream()).isEqualTo(4);
        assertThat(read("42[\"~run1:3:0\",18,\"xxx\"]")).isEqualTo(Kind.TICK);
        assertThat(reader.stream()).isEqualTo(3);
        assertThat(reader.number()).isEqualTo(18);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "42[ \"~run1:3:0\", 17, \"xxx\" ]",
                "42[\"~run1:3:0\",17,\"\\u0078xx\"]",
                "42[\"~run1:3\\u003a0\",17,\"xxx\"]"
            })
    void readsOtherSpellingsOfTheSame(String spelling) {
        assertThat(read(spelling)).isEqualTo(Kind.TICK);
        assertThat(reader.stream()).isEqualTo(3);
        assertThat(reader.number()).isEqualTo(17);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "42[\"auth\",{}]",
                "42[\"~run2:3:0\",17,\"xxx\"]",
                "42[\"~run1:x:0\",17,\"xxx\"]",
                "42[\"~run1:3\",17,\"xxx\"]",
                "42/custom,[\"~run1:3:0\",17,\"xxx\"]"
            })
    void passesOverOtherEvents(String other) {
        assertThat(read(other)).isEqualTo(Kind.OTHER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "42[\"~run1:3:0\",17,\"xxy\"]",
                "42[\"~run1:3:0\",17]",
                "42[\"~run1:3:0\",\"17\",\"xxx\"]",
                "42[\"~run1:3:0\",-7,\"xxx\"]",
                "42[\"~run1:3:0\",1.5,\"xxx\"]",
                "42[\"~run1:3:0\",017,\"xxx\"]",
                "42[\"~run1:3:0\",17,\"xxx\"",
                "42[\"~run1:3:0\",17,\"xxx\",1]"
            })
    void noticesOtherArgumentsThanWereEmitted(String corrupted) {
        assertThat(read(corrupted)).isEqualTo(Kind.CORRUPTED);
    }

    @Test
    void comparesBytes() {
        TickReader binary = new TickReader(new Ticks("run1", 3, true));
        String event = "451-[\"~run1:3:0\",17,{\"_placeholder\":true,\"num\":0}]";

        assertThat(read(binary, event, "xxx")).isEqualTo(Kind.TICK);
        assertThat(binary.number()).isEqualTo(17);
        assertThat(read(binary, event, "xx")).isEqualTo(Kind.CORRUPTED);
        assertThat(read(binary, event, "xxy")).isEqualTo(Kind.CORRUPTED);
        assertThat(read(binary, "42[\"~run1:3:0\",17,null]", null)).isEqualTo(Kind.CORRUPTED);
    }

    @Test
    void asksTheConformanceApp() {
        Stream stream = new Stream(3, 0, Stream.IO, "red");

        assertThat(ticks.command(stream, 12, 0))
                .isEqualTo(List.of(
                        "umpire",
                        Map.of(
                                "op", "emit",
                                "via", "io",
                                "to", List.of("red"),
                                "event", "~run1:3:0",
                                "args", List.of(12L, "xxx"))));
        assertThat(ticks.command(stream, 12, 4))
                .isEqualTo(List.of(
                        "umpire",
                        Map.of(
                                "op",
                                "emit",
                                "via",
                                "io",
                                "to",
                                List.of("red"),
                                "event",
                                "~run1:3:12",
                                "repeat",
                                4,
                                "args",
                                List.of("xxx"))));
    }

    private Kind read(String packet) {
        return read(reader, packet, null);
    }

    private static Kind read(TickReader reader, String packet, String attachment) {
        List<Kind> kinds = new ArrayList<>();
        SocketIoConnection connection = new SocketIoConnection(
                new Reading(arrival -> kinds.add(reader.read(arrival))), new Unconcerned(), listener -> new NoWire());
        byte[] bytes = ("." + packet).getBytes(StandardCharsets.UTF_8);
        connection.text(bytes, 1, bytes.length);
        if (attachment != null) {
            byte[] attached = attachment.getBytes(StandardCharsets.UTF_8);
            connection.binary(attached, 0, attached.length);
        }
        assertThat(kinds).hasSize(1);
        return kinds.get(0);
    }

    private record Reading(java.util.function.Consumer<Arrival> then) implements SocketIoListener {
        @Override
        public void event(Arrival arrival) {
            then.accept(arrival);
        }

        @Override
        public void unexpected(String what) {
            throw new AssertionError(what);
        }

        @Override
        public void lost(String reason) {
            throw new AssertionError(reason);
        }
    }

    private static final class Unconcerned implements SocketIoConnection.Lifeline {
        @Override
        public void opened(Handshake handshake) {}

        @Override
        public void settled() {}

        @Override
        public void pinged() {}

        @Override
        public void left(String namespace, String reason) {}

        @Override
        public void ended(String reason) {}
    }

    private static final class NoWire implements Wire {
        @Override
        public void send(String packet) {}

        @Override
        public void send(byte[] attachment) {}

        @Override
        public void close() {}

        @Override
        public void reading(boolean takes) {}
    }
}
