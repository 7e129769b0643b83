package dev.umpire.server;

import dev.umpire.server.engineio.Engine;
import dev.umpire.server.socketio.Namespaces;
import java.util.function.IntSupplier;

/**
 * What a server does, in figures that are counted anew at each call; sums are those since it was made. Of the Socket.IO
 * layer, without the echoes. Callable from any thread.
 */
public final class Statistics {
    private final Engine engine;
    private final Namespaces namespaces;
    private final IntSupplier tcpConnections;

    Statistics(Engine engine, Namespaces namespaces, IntSupplier tcpConnections) {
        this.engine = engine;
        this.namespaces = namespaces;
        this.tcpConnections = tcpConnections;
    }

    /** TCP connections that are open, whatever they are for. */
    public int tcpConnections() {
        return tcpConnections.getAsInt();
    }

    /** Engine.IO sessions that are open: one for each client. */
    public int sessions() {
        return engine.count();
    }

    /** Engine.IO sessions that were opened. */
    public long sessionsOpened() {
        return engine.traffic().sessionsOpened();
    }

    /** Namespaces there are. */
    public int namespaces() {
        return namespaces.count();
    }

    /** Sockets that are connected, in all namespaces. */
    public int sockets() {
        return namespaces.sockets();
    }

    /** Rooms with members, in all namespaces, those named by a socket's own id left out. */
    public int rooms() {
        return namespaces.rooms();
    }

    /** Messages that clients have sent. */
    public long messagesReceived() {
        return engine.traffic().messagesReceived();
    }

    /** Messages that were sent to clients, each counted for each of them. */
    public long messagesSent() {
        return engine.traffic().messagesSent();
    }

    /** Emits that were dropped for a client that did not keep up. */
    public long emitsDropped() {
        return engine.traffic().emitsDropped();
    }

    /** Bytes that wait to be read, for all clients together. */
    public long bytesWaiting() {
        return engine.buffered();
    }

    /** Bytes that wait for the client for whom the most wait. */
    public long mostBytesWaiting() {
        return engine.mostBuffered();
    }
}
