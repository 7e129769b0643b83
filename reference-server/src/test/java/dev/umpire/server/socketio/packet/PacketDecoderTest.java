package dev.umpire.server.socketio.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacketDecoderTest {
    private final PacketDecoder decoder = new PacketDecoder(10);

    @Test
    void readsNamespaceIdAndData() throws MalformedPacketException {
        Packet packet = decoder.add("2/admin,13[\"foo\",{\"a\":[1,null]}]");

        assertThat(packet)
                .isEqualTo(new Packet(
                        PacketType.EVENT, "/admin", 13L, List.of("foo", Map.of("a", Arrays.asList(1, null)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0/", "0/,", "0{}", "0/custom", "0/custom,", "0/custom,{\"token\":1}"})
    void readsEveryFormOfConnect(String text) throws MalformedPacketException {
        assertThat(decoder.add(text)).isNotNull().extracting(Packet::type).isEqualTo(PacketType.CONNECT);
    }

    @Test
    void readsAckIdZeroAndANumberAsEventName() throws MalformedPacketException {
        assertThat(decoder.add("20[7]")).isEqualTo(new Packet(PacketType.EVENT, "/", 0L, List.of(7)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "abc",
                "2",
                "2[]",
                "2{}",
                "2null",
                "2[null]",
                "2[true]",
                "2[[]]",
                "2[{\"toString\":\"foo\"}]",
                "2[\"a\"",
                "2[\"a\"]x",
                "2abc[\"a\"]",
                "2[\"connect\"]",
                "2[\"disconnect\"]",
                "2[\"disconnecting\"]",
                "2[\"newListener\"]",
                "299999999999999999999[\"a\"]",
                "3",
                "3{}",
                "3null",
                "1{}",
                "0[]",
                "0null",
                "0\"a\"",
                "4",
                "5[\"a\"]",
                "5-[\"a\"]",
                "5a-[\"a\"]",
                "5-1-[\"a\"]",
                "511-[\"a\"]",
                "52147483648-[\"a\"]",
                "5999"
            })
    void refusesWhatIsNoPacket(String text) {
        assertThatThrownBy(() -> decoder.add(text)).isInstanceOf(MalformedPacketException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0\"", "-1", "1", "0.5", "true", "null", "\"splice\""})
    void refusesAPlaceholderThatNumbersNoAttachment(String num) {
        String text = "51-[\"a\",{\"_placeholder\":true,\"num\":" + num + "}]";

        assertThatThrownBy(() -> decoder.add(text)).isInstanceOf(MalformedPacketException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "51-[\"a\"]",
                "51-[\"a\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":0}]",
                "52-[\"a\",{\"_placeholder\":true,\"num\":0}]"
            })
    void refusesPlaceholdersThatAreNotOneForEachAttachment(String text) {
        assertThatThrownBy(() -> decoder.add(text)).isInstanceOf(MalformedPacketException.class);
    }

    @Test
    void putsAttachmentsBackInTheirPlaces() throws MalformedPacketException {
        assertThat(decoder.add(
                        "52-7[\"a\",{\"x\":{\"_placeholder\":true,\"num\":1}},{\"_placeholder\":true,\"num\":0}]"))
                .isNull();
        assertThat(decoder.add(new byte[] {1})).isNull();

        Packet packet = decoder.add(new byte[] {2});

        assertThat(packet).isNotNull();
        assertThat(packet.type()).isEqualTo(PacketType.EVENT);
        assertThat(packet.list().get(1))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("x", new byte[] {2});
        assertThat((byte[]) packet.list().get(2)).containsExactly(1);
    }

    @Test
    void refusesTextWhereAnAttachmentIsDue() throws MalformedPacketException {
        decoder.add("51-[\"a\",{\"_placeholder\":true,\"num\":0}]");

        assertThatThrownBy(() -> decoder.add("2[\"b\"]")).hasMessage("expected an attachment but found text");
    }

    @Test
    void refusesAnAttachmentThatNobodyAnnounced() {
        assertThatThrownBy(() -> decoder.add(new byte[1]))
                .hasMessage("an attachment without a packet that announced it");
    }

    @Test
    void completesAPacketThatAnnouncesNoAttachmentAtOnce() throws MalformedPacketException {
        assertThat(decoder.add("50-[\"a\"]")).isEqualTo(new Packet(PacketType.EVENT, "/", null, List.of("a")));
        assertThat(decoder.add("2[\"b\"]")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 400_000})
    void refusesNestingThatWouldExhaustTheStack(int depth) {
        String text = "2[\"a\"," + "[".repeat(depth) + "]".repeat(depth) + "]";

        assertThatThrownBy(() -> decoder.add(text)).isInstanceOf(MalformedPacketException.class);
    }
}
