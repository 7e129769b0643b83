package dev.umpire.gatling.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.umpire.gatling.connection.SocketIoEvent;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NumberedEventsTest {
    private final NumberedEvents numbered = new NumberedEvents(Map.of("tick", 1, "tock", 0));

    @Test
    void findsNothingWrongWithWhatComesOnceAndInOrder() {
        assertThat(tick(7)).isNull();
        assertThat(tick(8)).isNull();
        assertThat(tick(9)).isNull();

        assertThat(numbered.lost()).isEmpty();
    }

    @Test
    void tellsDuplicates() {
        tick(0);
        tick(1);

        assertThat(tick(1)).isEqualTo("event tick duplicated");
        assertThat(tick(0)).isEqualTo("event tick duplicated");
        assertThat(tick(2)).isNull();
    }

    @Test
    void tellsWhatIsOutOfOrder() {
        tick(5);
        assertThat(tick(7)).isNull();
        assertThat(tick(6)).isEqualTo("event tick out of order");
        assertThat(tick(4)).isEqualTo("event tick out of order");

        assertThat(numbered.lost()).isEmpty();
    }

    @Test
    void tellsWhatIsLost() {
        tick(0);
        tick(2);
        numbered.judge(event("tock", LongNode.valueOf(4)));

        assertThat(numbered.lost()).containsExactly("event tick lost");
        numbered.forget();
        assertThat(numbered.lost()).isEmpty();
    }

    @Test
    void keepsNamesApartAndLeavesOthersAlone() {
        tick(0);

        assertThat(numbered.judge(event("tock", LongNode.valueOf(9)))).isNull();
        assertThat(numbered.judge(event("other", TextNode.valueOf("x")))).isNull();
    }

    static List<List<JsonNode>> noNumbers() {
        TextNode first = TextNode.valueOf("x");
        return List.of(
                List.of(first),
                List.of(first, TextNode.valueOf("1")),
                List.of(first, DoubleNode.valueOf(1.5)),
                List.of(first, BigIntegerNode.valueOf(BigInteger.TWO.pow(70))));
    }

    @ParameterizedTest
    @MethodSource("noNumbers")
    void tellsWhatHasNoNumber(List<JsonNode> arguments) {
        assertThat(numbered.judge(new SocketIoEvent("/", "tick", arguments, List.of())))
                .isEqualTo("event tick has no number where one was due");
    }

    private @Nullable String tick(long number) {
        return numbered.judge(event("tick", TextNode.valueOf("x"), LongNode.valueOf(number)));
    }

    private static SocketIoEvent event(String name, JsonNode... arguments) {
        return new SocketIoEvent("/", name, List.of(arguments), List.of());
    }
}
