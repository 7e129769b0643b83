package dev.umpire.load.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.fixtures.packet.SocketHeader;
import dev.umpire.fixtures.packet.SocketPacket;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicksTest {
    private final Ticks ticks = new Ticks("run1", 3);

    @ParameterizedTest
    @ValueSource(longs = {0, 7, 42, 999_999_999_999_999L, 1_000_000_000_000_000L, Long.MAX_VALUE})
    void readsTheNumberOfATick(long number) {
        ByteBuf frame = frame("42[\"~run1:tick\"," + number + ",\"xxx\"]");

        assertThat(ticks.read(frame)).isEqualTo(number);
        assertThat(frame.readerIndex()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "42[ \"~run1:tick\", 17, \"xxx\" ]",
                "42[\"~run1:tick\",17,\"\\u0078xx\"]",
                "42[\"~run1:\\u0074ick\",17,\"xxx\"]"
            })
    void readsOtherSpellingsOfTheSame(String spelling) {
        assertThat(ticks.read(frame(spelling))).isEqualTo(17);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "42[\"auth\",{}]",
                "42[\"~run2:tick\",17,\"xxx\"]",
                "42[\"~run1:tock\",17,\"xxx\"]",
                "42/custom,[\"~run1:tick\",17,\"xxx\"]"
            })
    void passesOverOtherEvents(String other) {
        assertThat(ticks.read(frame(other))).isEqualTo(Ticks.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "42[\"~run1:tick\",17,\"xxy\"]",
                "42[\"~run1:tick\",17]",
                "42[\"~run1:tick\",\"17\",\"xxx\"]",
                "42[\"~run1:tick\",-7,\"xxx\"]",
                "42[\"~run1:tick\",1.5,\"xxx\"]",
                "42[\"~run1:tick\",017,\"xxx\"]",
                "42[\"~run1:tick\",17,\"xxx\"",
                "42[\"~run1:tick\",17,\"xxx\",1]"
            })
    void noticesOtherArgumentsThanWereEmitted(String corrupted) {
        assertThat(ticks.read(frame(corrupted))).isEqualTo(Ticks.CORRUPTED);
    }

    @Test
    void asksTheConformanceAppForABroadcast() {
        SocketPacket command = SocketHeader.decode(ticks.command(12).substring(1));

        assertThat(command.id()).hasValue(12);
        assertThat(String.valueOf(command.data()))
                .isEqualTo("[\"umpire\",{\"op\":\"emit\",\"via\":\"broadcast\",\"event\":\"~run1:tick\","
                        + "\"args\":[12,\"xxx\"]}]");
    }

    @Test
    void recognizesAnAcceptedCommand() {
        assertThat(Ticks.plainlyAccepted(frame("4312[{\"ok\":true}]"))).isTrue();
        assertThat(Ticks.plainlyAccepted(frame("4312[{\"error\":\"x\"}]"))).isFalse();
    }

    private static ByteBuf frame(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
    }
}
