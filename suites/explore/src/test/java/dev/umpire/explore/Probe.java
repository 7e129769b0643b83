package dev.umpire.explore;

import dev.umpire.explore.run.Play;
import dev.umpire.explore.search.Trial;
import dev.umpire.fixtures.discovery.Discovery;
import dev.umpire.fixtures.discovery.Profile;
import dev.umpire.fixtures.history.HistoryFile;
import dev.umpire.fixtures.target.ServerKind;
import dev.umpire.fixtures.target.Target;
import dev.umpire.fixtures.target.TargetOptions;
import dev.umpire.fixtures.wire.Endpoint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Scratch. */
public final class Probe {
    private Probe() {}

    private static void show(Trial trial, String text) {
        System.out.println(text);
        if (trial.history().get(trial.history().size() - 1).at() > 2_000_000) {
            try {
                HistoryFile.write(Path.of("/tmp/hist-slow.ndjson"), trial.history());
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    /** Scratch slow-. */
    public static void main(String[] a) throws Exception {
        try (Target target = ServerKind.named(a[0]).start(TargetOptions.brisk())) {
            Profile profile = Discovery.of(new Endpoint(target.url()));
            Explorer explorer = Explorer.of(Long.parseLong(a[1])).withCuts();
            try (Play play = explorer.play(target.name(), profile)) {
                Exploration e = explorer.exploration(
                        play,
                        profile,
                        trial -> show(
                                trial,
                                trial.program().size() + " steps, "
                                        + trial.history()
                                                        .get(trial.history().size() - 1)
                                                        .at()
                                                / 1000 + " ms, "
                                        + trial.judgement().deliveries()));
                Optional<Trial> failed = e.run(Duration.ofSeconds(Long.parseLong(a[2])));
                System.out.println(e.programs() + " programs, " + e.deliveries() + " deliveries, " + e.undecided());
                if (failed.isPresent()) {
                    System.out.println(Report.findings(failed.get()));
                    Trial small = e.shrink(failed.get(), Duration.ofSeconds(60));
                    System.out.println(Report.text(small));
                    HistoryFile.write(Path.of("/tmp/hist-fail.ndjson"), small.history());
                    System.out.println("replays: " + e.failures(small.program(), 10) + " of 10");
                }
            }
        }
        System.exit(0);
    }
}
