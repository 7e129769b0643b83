package dev.umpire.suites.ordering;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.umpire.fixtures.judgement.Violation;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SequenceTest {

    @Test
    void acceptsACompleteStream() {
        Sequence sequence =
                new Sequence("bob", LongStream.range(0, 1_000).boxed().toList());

        assertThatCode(() -> sequence.expectAll(1_000)).doesNotThrowAnyException();
    }

    @Test
    void namesWhatIsMissing() {
        Sequence sequence = new Sequence("bob", List.of(0L, 2L, 5L));

        assertThatThrownBy(() -> sequence.expectAll(7))
                .isInstanceOf(Violation.class)
                .hasMessage("expected bob to receive events 0 to 6, once each, in order, "
                        + "but observed 3 arrivals; missing: 1, 3, 4, 6");
    }

    @Test
    void namesWhatIsDoubledAndDisordered() {
        Sequence sequence = new Sequence("bob", List.of(0L, 2L, 1L, 1L, 3L, 9L));

        assertThatThrownBy(() -> sequence.expectAll(4))
                .hasMessage("expected bob to receive events 0 to 3, once each, in order, but observed 6 arrivals; "
                        + "more than once: 1; out of order: 1 (after 2); never emitted: 9");
    }

    @Test
    void namesTheFirstFewOnly() {
        Sequence sequence = new Sequence("bob", List.of());

        assertThatThrownBy(() -> sequence.expectAll(100))
                .hasMessageEndingWith("0 arrivals; missing: 0, 1, 2, 3, 4 and 95 more");
    }

    @Test
    void acceptsAPartWithoutGaps() {
        Sequence sequence = new Sequence("bob", List.of(7L, 8L, 9L));

        assertThatCode(sequence::expectUnbroken).doesNotThrowAnyException();
    }

    @Test
    void findsTheGapInAPart() {
        Sequence sequence = new Sequence("bob", List.of(7L, 8L, 10L, 11L));

        assertThatThrownBy(sequence::expectUnbroken)
                .hasMessage("expected bob to receive events 7 to 11, once each, in order, "
                        + "but observed 4 arrivals; missing: 9");
    }
}
