package dev.umpire.server.metrics;

import dev.umpire.server.SocketIoServer;
import dev.umpire.server.Statistics;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/**
 * Shows a server in any of Micrometer's monitoring systems: {@code new ServerMetrics(io).bindTo(registry)}. Nothing is
 * measured until the registry asks.
 */
public final class ServerMetrics implements MeterBinder {
    private final Statistics statistics;

    /** Makes the meters of one server. */
    public ServerMetrics(SocketIoServer server) {
        this.statistics = server.statistics();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "umpire.tcp.connections", "TCP connections that are open", Statistics::tcpConnections);
        gauge(registry, "umpire.sessions", "Engine.IO sessions that are open", Statistics::sessions);
        gauge(registry, "umpire.namespaces", "Namespaces there are", Statistics::namespaces);
        gauge(registry, "umpire.sockets", "Sockets that are connected, in all namespaces", Statistics::sockets);
        gauge(registry, "umpire.rooms", "Rooms with members, those named by socket ids left out", Statistics::rooms);
        bytes(registry, "umpire.waiting", "What waits for clients to read it", Statistics::bytesWaiting);
        bytes(registry, "umpire.waiting.most", "What waits for the slowest client", Statistics::mostBytesWaiting);
        counter(registry, "umpire.sessions.opened", "Engine.IO sessions opened", Statistics::sessionsOpened);
        counter(registry, "umpire.messages.received", "Messages of clients", Statistics::messagesReceived);
        counter(registry, "umpire.messages.sent", "Messages to clients, for each of them", Statistics::messagesSent);
        counter(registry, "umpire.emits.dropped", "Emits dropped for slow clients", Statistics::emitsDropped);
    }

    private void gauge(MeterRegistry registry, String name, String says, ToDoubleFunction<Statistics> figure) {
        Gauge.builder(name, statistics, figure)
                .description(says)
                .strongReference(true)
                .register(registry);
    }

    private void bytes(MeterRegistry registry, String name, String says, ToDoubleFunction<Statistics> figure) {
        Gauge.builder(name, statistics, figure)
                .description(says)
                .baseUnit("bytes")
                .strongReference(true)
                .register(registry);
    }

    private void counter(MeterRegistry registry, String name, String says, ToDoubleFunction<Statistics> figure) {
        FunctionCounter.builder(name, statistics, figure).description(says).register(registry);
    }
}
