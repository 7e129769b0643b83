package dev.umpire.suites.engineio;

import static dev.umpire.suites.rule.Expect.expect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import dev.umpire.fixtures.packet.SocketPacket;
import java.util.Arrays;

/** The four bytes that binary rules send, as the protocol's own example has them. */
final class Attachment {
    /** An event of the echo app with one attachment. */
    static final String MESSAGE = "[\"message\",{\"_placeholder\":true,\"num\":0}]";

    /** The attachment as a packet of a polling payload. */
    static final String BASE64 = "bAQIDBA==";

    private static final byte[] BYTES = {1, 2, 3, 4};

    private Attachment() {}

    /** The attachment as the payload of a WebSocket frame. */
    static byte[] bytes() {
        return BYTES.clone();
    }

    /** Insists that a packet is what the echo app makes of {@link #MESSAGE}. */
    static void expectEchoed(SocketPacket packet) {
        JsonNode bytes = packet.data() == null ? null : packet.data().get(1);
        boolean same = bytes instanceof BinaryNode binary && Arrays.equals(BYTES, binary.binaryValue());
        expect(packet.eventName().equals("message-back") && same, "message-back with the bytes 01020304", packet);
    }
}
