package dev.umpire.junit;

import dev.umpire.fixtures.saboteur.SabotagedServer;
import dev.umpire.fixtures.saboteur.Saboteur;
import dev.umpire.fixtures.target.TargetOptions;
import dev.umpire.suites.rule.Rule;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What an author would write for the reference server with one defect, to be run by JUnit's test kit. */
abstract class JudgedServer extends SocketIoConformance {
    /** What was called, in order; cleared by each test. */
    static final List<String> CALLS = new CopyOnWriteArrayList<>();

    private final Saboteur defect;
    private final Set<String> rules;
    private @Nullable SabotagedServer server;

    JudgedServer(Saboteur defect, String... rules) {
        this.defect = defect;
        this.rules = Set.of(rules);
    }

    @Override
    protected URI startServer() throws Exception {
        CALLS.add("start");
        SabotagedServer started = SabotagedServer.start(defect, options());
        server = started;
        return started.url();
    }

    TargetOptions options() {
        return TargetOptions.brisk();
    }

    @Override
    protected void stopServer() {
        CALLS.add("stop");
        if (server != null) {
            server.close();
        }
    }

    @Override
    protected boolean includes(Rule rule) {
        return rules.contains(rule.id());
    }

    @Override
    protected Path resultFolder() {
        return Path.of("target", "umpire", getClass().getSimpleName());
    }
}
