package dev.umpire.cli.court;

import dev.umpire.cli.SubCommand;
import dev.umpire.fixtures.target.BrowserClient;
import dev.umpire.fixtures.target.TargetUnavailableException;
import dev.umpire.reports.court.CourtPage;
import dev.umpire.reports.court.LiveCourt;
import dev.umpire.server.SocketIoServer;
import dev.umpire.server.app.ServeCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves the conformance app, and a page at {@code /} on which one sees it work. */
@Command(
        name = "serve",
        description =
                "Serves the conformance app on the reference server, and at / a page that shows who receives what.",
        footer = {
            "",
            "Examples:",
            "  umpire serve                                      then open http://localhost:3000",
            "  umpire serve --port 4000 --page-for http://localhost:3000",
            "                                                    the page for your own server"
        })
public final class CourtCommand extends ServeCommand implements SubCommand {
    private static final String CLIENT = "/socket.io-client.js";

    @Spec
    private CommandSpec spec;

    @Option(names = "--no-page", description = "Serve no page.")
    private boolean noPage;

    @Option(
            names = "--page-for",
            paramLabel = "URL",
            description =
                    "The server that the page's clients connect to, if not this one. It must offer the event umpire"
                            + " and let pages of this origin in (CORS).")
    private @Nullable URI pageFor;

    /** Made by {@link java.util.ServiceLoader}. */
    public CourtCommand() {}

    @Override
    protected void equip(SocketIoServer server) {
        if (noPage) {
            return;
        }
        String client = client();
        server.withPage("/", headers("text/html"), page(server, version(client)).getBytes(StandardCharsets.UTF_8));
        if (!client.isEmpty()) {
            server.withPage(CLIENT, headers("text/javascript"), client.getBytes(StandardCharsets.UTF_8));
        }
    }

    private String page(SocketIoServer server, String clientVersion) {
        try {
            return CourtPage.live(new LiveCourt(origin(), path(server), CLIENT, clientVersion));
        } catch (IOException e) {
            throw new UncheckedIOException("a resource cannot fail to be read", e);
        }
    }

    private String client() {
        try {
            return BrowserClient.script();
        } catch (TargetUnavailableException e) {
            // The server itself needs no client; the page says what is missing.
            PrintWriter err = spec.commandLine().getErr();
            err.println("the page lacks the official client: " + e.getMessage());
            err.flush();
            return "";
        }
    }

    /** The client's version, as its first lines say. */
    private static String version(String client) {
        Matcher matcher = Pattern.compile("Socket\\.IO v(\\S+)").matcher(client);
        return matcher.find() ? matcher.group(1) : "";
    }

    @Override
    protected void announce(SocketIoServer server, PrintWriter out) {
        if (!noPage) {
            out.println("see who receives what at " + server.address().resolve("/"));
        }
    }

    private String origin() {
        if (pageFor == null) {
            return "";
        }
        String scheme = String.valueOf(pageFor.getScheme());
        if (!scheme.matches("https?") || pageFor.getHost() == null) {
            throw new ParameterException(
                    spec.commandLine(), "--page-for must be like http://localhost:3000 but is " + pageFor);
        }
        return scheme + "://" + pageFor.getRawAuthority();
    }

    private String path(SocketIoServer server) {
        String given = pageFor == null ? "" : String.valueOf(pageFor.getPath());
        if (pageFor == null) {
            return server.options().path();
        }
        return given.length() > 1 ? given : "/socket.io/";
    }

    private static Map<String, String> headers(String type) {
        return Map.of(
                "Content-Type", type + "; charset=UTF-8",
                "Cache-Control", "no-cache",
                "X-Content-Type-Options", "nosniff",
                "Content-Security-Policy", "frame-ancestors 'none'");
    }
}
