package dev.umpire.gatling.connection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A packet that waits for its attachments (Socket.IO v5, "Packet encoding"). */
final class Incomplete {
    private final PacketType type;
    private final String namespace;
    private final long id;
    private final byte[] data;
    private final int awaited;
    private final List<byte[]> attachments = new ArrayList<>();

    /** What sort of packet it is. */
    enum PacketType {
        EVENT,
        ACKNOWLEDGEMENT
    }

    Incomplete(PacketType type, PacketScan scan, byte[] bytes, int to) {
        this.type = type;
        this.namespace = scan.namespace();
        this.id = scan.id();
        this.data = Arrays.copyOfRange(bytes, scan.data(), to);
        this.awaited = scan.attachments();
    }

    void add(byte[] attachment) {
        attachments.add(attachment);
    }

    boolean complete() {
        return attachments.size() >= awaited;
    }

    PacketType type() {
        return type;
    }

    long id() {
        return id;
    }

    void become(Arrival arrival) {
        arrival.set(namespace, data, 0, data.length, List.copyOf(attachments));
    }
}
