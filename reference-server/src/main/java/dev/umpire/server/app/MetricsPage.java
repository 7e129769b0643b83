package dev.umpire.server.app;

import dev.umpire.server.SocketIoServer;
import dev.umpire.server.metrics.ServerMetrics;
import dev.umpire.server.netty.Page;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/**
 * Shows the server's figures and the JVM's at {@code /metrics} in the text format of Prometheus. Nothing of it is
 * loaded unless it is asked for.
 */
final class MetricsPage {
    private static final String TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private MetricsPage() {}

    static void install(SocketIoServer server) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new ServerMetrics(server).bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        server.withPage("/metrics", () -> Page.text(200, TEXT_FORMAT, registry.scrape()));
    }
}
