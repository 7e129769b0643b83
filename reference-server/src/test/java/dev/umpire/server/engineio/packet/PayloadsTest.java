package dev.umpire.server.engineio.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadsTest {

    @Test
    void joinsTextAndBinaryWithTheSeparator() {
        byte[] body = Payloads.join(List.of(
                WirePacket.message("h\u20ac"),
                WirePacket.of(PacketType.PING),
                WirePacket.message(new byte[] {1, 2, 3, 4}),
                WirePacket.message(new byte[0])));

        assertThat(new String(body, StandardCharsets.UTF_8)).isEqualTo("4h\u20ac\u001e2\u001ebAQIDBA==\u001eb");
    }

    @Test
    void splitsAtTheSeparatorOnlyAndKeepsEmptyParts() {
        assertThat(Payloads.split("4a\u001e\u001e4b\u001e")).containsExactly("4a", "", "4b", "");
        assertThat(Payloads.split("")).containsExactly("");
    }

    @Test
    void readsBinaryWhoseBase64StartsLikeAPacketType() throws MalformedPacketException {
        Packet packet = PacketDecoder.decodePart("b4AA=");

        assertThat(packet).isInstanceOf(Packet.Binary.class);
        assertThat(((Packet.Binary) packet).data()).containsExactly(0xe0, 0x00);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "abc", "b*", "\u00e9", "x4"})
    void refusesWhatIsNoPacket(String part) {
        assertThatThrownBy(() -> PacketDecoder.decodePart(part)).isInstanceOf(MalformedPacketException.class);
    }
}
