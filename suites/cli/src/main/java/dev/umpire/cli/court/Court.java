package dev.umpire.cli.court;

import dev.umpire.fixtures.target.BrowserClient;
import dev.umpire.fixtures.target.TargetUnavailableException;
import dev.umpire.reports.court.CourtPage;
import dev.umpire.reports.court.LiveCourt;
import dev.umpire.server.SocketIoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page and the client that it plays with, for a server to hand out.
 *
 * @param target origin of the server that its clients connect to; empty for the one that hands the page out
 * @param path of Socket.IO there
 */
record Court(String target, String path) {
    private static final String CLIENT = "/socket.io-client.js";
    private static final Pattern VERSION = Pattern.compile("Socket\\.IO v(\\S+)");

    /**
     * Adds both to a server that has not started yet.
     *
     * @param complaints told if the client cannot be had; the page says so too, and the server needs none
     */
    void equip(SocketIoServer server, Consumer<String> complaints) {
        String client = "";
        try {
            client = BrowserClient.script();
            serve(server, CLIENT, "text/javascript", client);
        } catch (TargetUnavailableException e) {
            complaints.accept("the page lacks the official client: " + e.getMessage());
        }
        serve(server, "/", "text/html", page(version(client)));
    }

    private static void serve(SocketIoServer server, String path, String type, String text) {
        server.withPage(path, headers(type), text.getBytes(StandardCharsets.UTF_8));
    }

    private String page(String clientVersion) {
        try {
            return CourtPage.live(new LiveCourt(target, path, CLIENT, clientVersion));
        } catch (IOException e) {
            throw new UncheckedIOException("the page lies on the class path", e);
        }
    }

    /** The client's version, as its first lines say. */
    private static String version(String client) {
        Matcher matcher = VERSION.matcher(client);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static Map<String, String> headers(String type) {
        return Map.of(
                "Content-Type", type + "; charset=UTF-8",
                "Cache-Control", "no-cache",
                "X-Content-Type-Options", "nosniff",
                // The page's other rules stand in the page; this one a page cannot give itself.
                "Content-Security-Policy", "frame-ancestors 'none'");
    }
}
