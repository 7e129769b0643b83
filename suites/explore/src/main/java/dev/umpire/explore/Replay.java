package dev.umpire.explore;

import dev.umpire.explore.program.Program;
import dev.umpire.explore.program.Script;
import dev.umpire.explore.run.Play;
import dev.umpire.explore.search.Trial;
import dev.umpire.fixtures.discovery.Discovery;
import dev.umpire.fixtures.discovery.Profile;
import dev.umpire.fixtures.discovery.TargetUnreachableException;
import dev.umpire.fixtures.target.UrlTarget;
import dev.umpire.fixtures.wire.Endpoint;

/** Plays one program again, such as one that an exploration has found, in a test of the server's own project. */
public final class Replay {
    private final Program program;

    private Replay(Program program) {
        this.program = program;
    }

    /**
     * Reads a program.
     *
     * @throws IllegalArgumentException if it is no script
     */
    public static Replay of(String script) {
        return new Replay(Script.parse(script));
    }

    /**
     * Plays the program so many times to a server that is running.
     *
     * @param url as {@code umpire run --target} takes it
     * @throws AssertionError if one of them breaks the model, with the program and the findings
     * @throws TargetUnreachableException if nothing answers there
     */
    public void against(String url, int times) throws TargetUnreachableException {
        UrlTarget target = UrlTarget.of(url);
        Profile profile = Discovery.of(new Endpoint(target.url()));
        Explorer explorer = Explorer.of(0);
        try (Play play = explorer.play(target.name(), profile)) {
            Exploration exploration = explorer.exploration(play, profile, trial -> {});
            for (int i = 0; i < times; i++) {
                Trial trial = exploration.play(program);
                if (trial.judgement().broken()) {
                    throw new AssertionError(Report.text(trial));
                }
            }
        }
    }
}
