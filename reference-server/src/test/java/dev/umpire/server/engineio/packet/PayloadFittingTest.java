package dev.umpire.server.engineio.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayloadFittingTest {
    /** Joined: 6 + 1 + 6 + 1 + 5 bytes, as three bytes make four of base64 behind their prefix. */
    private static final List<WirePacket> PACKETS =
            List.of(WirePacket.message("hello"), WirePacket.message("world"), WirePacket.message(new byte[] {1, 2, 3}));

    @ParameterizedTest
    @CsvSource({"1, 1", "6, 1", "12, 1", "13, 2", "18, 2", "19, 3", "1000, 3"})
    void countsSeparatorsAndBase64(int bytes, int fitting) {
        assertThat(Payloads.fitting(PACKETS, bytes)).isEqualTo(fitting);
        int length = Payloads.join(PACKETS.subList(0, fitting)).length;
        assertThat(length <= bytes || fitting == 1).isTrue();
    }
}
