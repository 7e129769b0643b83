package dev.umpire.reports.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class StretchTest {
    @Test
    void equalNumbersInARowAreOneStretch() {
        assertThat(Stretch.of(new int[] {3, 3, 3, 2, 3}))
                .containsExactly(new Stretch(3, 3), new Stretch(1, 2), new Stretch(1, 3));
        assertThat(Stretch.of(new int[0])).isEmpty();
    }

    @Test
    void stretchesAreAddedEventByEvent() {
        int[] clients = {1, 1, 1, 1};

        Stretch.add(List.of(new Stretch(2, 5), new Stretch(9, 7)), clients);

        assertThat(clients).containsExactly(6, 6, 8, 8);
    }

    @Test
    void timesComeBackAsTheyWere() {
        int[] took = {0, 1, 250, Integer.MAX_VALUE};

        assertThat(Completions.decoded(Completions.encoded(took), 4)).containsExactly(took);
        assertThat(Completions.decoded(Completions.encoded(took), 5)).containsExactly(0, 1, 250, Integer.MAX_VALUE, 0);
        assertThat(Completions.decoded(Completions.encoded(took), 2)).containsExactly(0, 1);
    }

    @Test
    void damagedTimesAreRefused() {
        assertThatThrownBy(() -> Completions.decoded("AAAA", 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no times of events: ");
    }
}
