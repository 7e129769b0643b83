package dev.umpire.suites.websocket;

import static dev.umpire.fixtures.packet.SocketPacket.MAIN;
import static dev.umpire.fixtures.packet.SocketPacket.Type.ACK;
import static dev.umpire.fixtures.packet.SocketPacket.Type.BINARY_ACK;
import static dev.umpire.suites.rule.Expect.expect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.judgement.NotApplicable;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.saboteur.websocket.HugeLengthsAwaited;
import dev.umpire.fixtures.saboteur.websocket.LongestBytesCut;
import dev.umpire.fixtures.saboteur.websocket.LongestTextCut;
import dev.umpire.fixtures.wire.RawWebSocket;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Engine.IO v4, "Handshake": maxPayload is what a client may send at once, to the last byte; and RFC 6455, 5.2: a
 * length is written before what it counts, so that a server can refuse it at once.
 */
@PartOf(Suite.WEBSOCKET_FRAMES)
@Section(spec = Spec.ENGINE_IO_V4, anchor = "handshake")
@Needs(tier = Tier.ECHO, transports = Via.WEBSOCKET)
class LengthLimitRules {
    /** Most bytes that are sent at once, whatever the target would take. */
    private static final int BEARABLE = 4 * 1024 * 1024;

    /** To read an end that is there already: nothing is waited for. */
    private static final Duration MOMENT = Duration.ofMillis(20);

    private static final long[] HUGE = {1L << 31, (1L << 32) + 5, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE, -1};

    @Should(
            id = "WS-LENGTH-TEXT-MOST",
            sabotagedBy = LongestTextCut.class,
            says = "reads a text message of maxPayload bytes",
            seenIn = {"WF-02", "RB-11"})
    void readsTheLongestText(Clients clients) {
        PacketWire wire = clients.joined(Via.WEBSOCKET);
        String start = "420[\"message-with-ack\",\"";
        String text = "x".repeat(most(clients) - start.length() - 2);
        wire.send(start + text + "\"]");
        expectWhole(Json.array().add(text), wire.next(ACK, MAIN).data(), "text");
    }

    @Should(
            id = "WS-LENGTH-BINARY-MOST",
            sabotagedBy = LongestBytesCut.class,
            says = "reads a binary message of maxPayload bytes")
    @Needs(tier = Tier.ECHO, capabilities = "binary", transports = Via.WEBSOCKET)
    void readsTheLongestBytes(Clients clients) {
        PacketWire wire = clients.joined(Via.WEBSOCKET);
        byte[] bytes = new byte[most(clients)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        wire.send("451-0[\"message-with-ack\",{\"_placeholder\":true,\"num\":0}]");
        wire.send(bytes);
        expectWhole(Json.array().add(bytes), wire.next(BINARY_ACK, MAIN).data(), "binary");
    }

    @Should(
            id = "WS-FRAME-LENGTH-HUGE",
            sabotagedBy = HugeLengthsAwaited.class,
            says = "closes the connection on which a frame announces more bytes than anyone may send, before they come",
            authority = Authority.REFERENCE_IMPLEMENTATION)
    @Section(spec = Spec.RFC_6455, anchor = "5.2")
    @Section(spec = Spec.RFC_6455, anchor = "10.4")
    @Needs(transports = Via.WEBSOCKET)
    void closesAtAHugeLength(Clients clients) {
        FrameOffence offence = new FrameOffence(clients);
        for (long length : HUGE) {
            String deed = "a frame that announces " + Long.toUnsignedString(length) + " bytes";
            // what waits for the rest of the frame hears no pongs: a session opened before tells an end by heartbeat
            RawWebSocket mute = clients.rawWebSocket();
            mute.stopAnsweringPings();
            mute.send("40");
            offence.failsAfter(deed, session -> session.sendRaw(beginning(length)));
            expect(
                    isOpen(mute),
                    "the end of the connection at " + deed,
                    "that it ended no sooner than one whose pings stay unanswered");
        }
    }

    private static void expectWhole(JsonNode sent, @Nullable JsonNode back, String kind) {
        expect(
                back != null && Json.same(sent, back),
                "the content of a " + kind + " message of maxPayload bytes back",
                "other content");
    }

    private static boolean isOpen(RawWebSocket socket) {
        try {
            socket.awaitEnd(MOMENT);
            return false;
        } catch (Violation e) {
            return true;
        }
    }

    /** Head and first bytes of a text frame. */
    private static byte[] beginning(long length) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(0x81);
        frame.write(0x80 | 127);
        frame.writeBytes(ByteBuffer.allocate(8).putLong(length).array());
        frame.writeBytes(new byte[] {0, 0, 0, 0, '4', '0', '/', 'x', ','});
        return frame.toByteArray();
    }

    private static int most(Clients clients) {
        int most = clients.profile().handshake().maxPayload();
        if (most < 1000 || most > BEARABLE) {
            throw new NotApplicable("maxPayload is " + most + " bytes, and 1000 to " + BEARABLE + " are tried");
        }
        return most;
    }
}
