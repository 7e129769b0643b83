package dev.umpire.server.netty;

import dev.umpire.server.socketio.packet.EncodedPacket;
import dev.umpire.server.socketio.packet.JsonPacketEncoder;
import dev.umpire.server.socketio.packet.MalformedPacketException;
import dev.umpire.server.socketio.packet.Packet;
import dev.umpire.server.socketio.packet.PacketDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Socket.IO packets: what can be read at all is written and read again, and has to be the same. */
public final class PacketFuzzer {
    private static final byte[] ATTACHMENT = {1, 2, 3};

    private PacketFuzzer() {}

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] input) throws MalformedPacketException {
        Packet packet;
        try {
            packet = decode(new PacketDecoder(10), new String(input, StandardCharsets.UTF_8));
        } catch (MalformedPacketException expected) {
            return;
        }
        if (packet == null) {
            return;
        }
        EncodedPacket first = new JsonPacketEncoder().encode(packet);
        PacketDecoder decoder = new PacketDecoder(10);
        Packet again = decoder.add(first.text());
        for (byte[] attachment : first.attachments()) {
            again = decoder.add(attachment);
        }
        if (again == null) {
            throw new IllegalStateException("not all attachments were written");
        }
        EncodedPacket second = new JsonPacketEncoder().encode(again);
        if (!first.text().equals(second.text())
                || !Arrays.deepEquals(
                        first.attachments().toArray(), second.attachments().toArray())) {
            throw new IllegalStateException("written as " + first.text() + " and then as " + second.text());
        }
    }

    private static @Nullable Packet decode(PacketDecoder decoder, String text) throws MalformedPacketException {
        Packet packet = decoder.add(text);
        for (int i = 0; packet == null && i < 10; i++) {
            packet = decoder.add(ATTACHMENT);
        }
        return packet;
    }
}
