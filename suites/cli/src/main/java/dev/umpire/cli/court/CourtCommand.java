package dev.umpire.cli.court;

import dev.umpire.cli.SubCommand;
import dev.umpire.server.SocketIoServer;
import dev.umpire.server.app.ServeCommand;
import java.io.PrintWriter;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves the conformance app, and a page on which one sees it work. */
@Command(
        name = "serve",
        description = {
            "Serves the conformance app on the reference server until it is told to end, and at / a page that shows who"
                    + " receives what."
        },
        footer = {
            "",
            "Examples:",
            "  umpire serve                           then open http://localhost:3000",
            "  umpire serve --port 4000 --page-for http://localhost:3000",
            "                                         the page for your own server"
        })
public final class CourtCommand extends ServeCommand implements SubCommand {
    @Spec
    private CommandSpec spec;

    @Option(names = "--no-page", description = "Serve no page.")
    private boolean noPage;

    @Option(
            names = "--page-for",
            paramLabel = "URL",
            description = "The server that the page's clients connect to, if not this one. It must answer the event"
                    + " umpire and let pages of this origin in (CORS).")
    private @Nullable URI pageFor;

    /** Made by {@link java.util.ServiceLoader}. */
    public CourtCommand() {}

    @Override
    protected void equip(SocketIoServer server) {
        if (noPage) {
            return;
        }
        Court court = pageFor == null
                ? new Court("", server.options().endpoint().path())
                : new Court(origin(pageFor), path(pageFor));
        court.equip(server, complaint -> {
            PrintWriter err = spec.commandLine().getErr();
            err.println(complaint);
            err.flush();
        });
    }

    @Override
    protected void announce(SocketIoServer server, PrintWriter out) {
        if (!noPage) {
            out.println("see who receives what at " + server.address().resolve("/"));
        }
    }

    private String origin(URI server) {
        String scheme = String.valueOf(server.getScheme());
        if (!scheme.matches("https?") || server.getHost() == null) {
            throw new ParameterException(
                    spec.commandLine(), "--page-for must be like http://localhost:3000 but is " + server);
        }
        return scheme + "://" + server.getRawAuthority();
    }

    private static String path(URI server) {
        String path = String.valueOf(server.getRawPath());
        return path.length() > 1 ? path : "/socket.io/";
    }
}
