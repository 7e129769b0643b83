package dev.umpire.server.app;

import dev.umpire.server.SocketIoServer;
import dev.umpire.server.metrics.ServerMetrics;
import dev.umpire.server.netty.Page;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** What whoever runs the server wants to see of it: whether it serves, and its figures. */
final class Observability {
    private Observability() {}

    /** Answers {@code /healthz}: 200 while clients are served, 503 once the server is stopping. */
    static void health(SocketIoServer server) {
        server.withPage("/healthz", () -> healthOf(server));
    }

    static Page healthOf(SocketIoServer server) {
        return server.isServing()
                ? Page.text(200, "application/json", "{\"status\":\"serving\"}")
                : Page.text(503, "application/json", "{\"status\":\"stopping\"}");
    }

    /** Answers {@code /metrics} in the text format of Prometheus. */
    static void metrics(SocketIoServer server) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new ServerMetrics(server).bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        server.withPage(
                "/metrics", () -> Page.text(200, "text/plain; version=0.0.4; charset=utf-8", registry.scrape()));
    }
}
