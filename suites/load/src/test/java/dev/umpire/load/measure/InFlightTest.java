package dev.umpire.load.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InFlightTest {

    @Test
    void tellsTheLastReceiverOfABroadcast() {
        InFlight inFlight = new InFlight(10, false);
        inFlight.emitted(3, 2);

        assertThat(inFlight.delivered(3)).isFalse();
        assertThat(inFlight.incomplete()).isEqualTo(1);
        assertThat(inFlight.delivered(3)).isTrue();
        assertThat(inFlight.incomplete()).isZero();
    }

    @Test
    void tellsWhenAnUnfinishedBroadcastIsForgotten() {
        InFlight inFlight = new InFlight(1L << 40, false);
        long later = 1 << 20;
        inFlight.emitted(0, 2);
        inFlight.emitted(1, 1);
        inFlight.delivered(1);

        assertThat(inFlight.emitted(later, 2)).isTrue();
        assertThat(inFlight.emitted(later + 1, 2)).isFalse();
    }
}
