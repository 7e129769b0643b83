package dev.umpire.server.socketio.packet;

import java.util.List;

/**
 * A packet as it goes into Engine.IO messages: the text first, then each attachment as a binary message (Socket.IO v5,
 * "Packet encoding").
 *
 * @param attachments in the order of their placeholders; empty for a packet without bytes
 */
public record EncodedPacket(String text, List<byte[]> attachments) {}
