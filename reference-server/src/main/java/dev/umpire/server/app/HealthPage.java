package dev.umpire.server.app;

import dev.umpire.server.SocketIoServer;
import dev.umpire.server.netty.Page;

/** Says at {@code /healthz} whether clients are served: 200 while they are, 503 once the server is stopping. */
final class HealthPage {
    private HealthPage() {}

    static void install(SocketIoServer server) {
        server.withPage("/healthz", () -> of(server));
    }

    static Page of(SocketIoServer server) {
        return server.isServing()
                ? Page.text(200, "application/json", "{\"status\":\"serving\"}")
                : Page.text(503, "application/json", "{\"status\":\"stopping\"}");
    }
}
