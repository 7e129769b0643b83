package dev.umpire.server.socketio.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPacketEncoderTest {
    private final JsonPacketEncoder encoder = new JsonPacketEncoder();

    @Test
    void writesTypeAttachmentsNamespaceIdAndDataInThisOrder() {
        byte[] bytes = {1, 2};

        EncodedPacket encoded = encoder.encode(
                new Packet(PacketType.EVENT, "/admin", 0L, List.of("baz", Map.of("deep", List.of(bytes)))));

        assertThat(encoded.text()).isEqualTo("51-/admin,0[\"baz\",{\"deep\":[{\"_placeholder\":true,\"num\":0}]}]");
        assertThat(encoded.attachments()).containsExactly(bytes);
    }

    @Test
    void writesAnAckWithBytesAsBinaryAck() {
        EncodedPacket encoded = encoder.encode(new Packet(PacketType.ACK, "/", 12L, List.of(new byte[0])));

        assertThat(encoded.text()).isEqualTo("61-12[{\"_placeholder\":true,\"num\":0}]");
    }

    @Test
    void keepsNullsAndBigNumbers() {
        Packet packet = new Packet(
                PacketType.EVENT, "/", null, Arrays.asList("e", null, new BigInteger("12345678901234567890"), false));

        assertThat(encoder.encode(packet).text()).isEqualTo("2[\"e\",null,12345678901234567890,false]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"e\",1.10,1E+400,-0,\"\\\\\\\"\\n\",{\"__proto__\":[]}]", "[\"\uD83D\uDE00\"]"})
    void writesWhatTheDecoderReadAsItWas(String json) throws MalformedPacketException {
        Packet read = new PacketDecoder(10).add("2" + json);

        assertThat(read).isNotNull();
        assertThat(encoder.encode(read).text()).isEqualTo("2" + json.replace("-0", "0"));
    }

    @Test
    void escapesHalfASurrogatePairWhichHasNoUtf8Form() {
        Packet packet = new Packet(PacketType.EVENT, "/", null, List.of("e", "x\ud800y\uD83D\uDE00"));

        assertThat(encoder.encode(packet).text()).isEqualTo("2[\"e\",\"x\\ud800y\uD83D\uDE00\"]");
    }

    @Test
    void refusesWhatHasNoJsonForm() {
        Packet packet = new Packet(PacketType.EVENT, "/", null, List.of("e", new Object()));

        assertThatThrownBy(() -> encoder.encode(packet)).isInstanceOf(IllegalArgumentException.class);
    }
}
