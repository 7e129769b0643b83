package dev.umpire.cli.explore;

import dev.umpire.cli.ExitCode;
import dev.umpire.cli.HarnessException;
import dev.umpire.cli.TargetSelection;
import dev.umpire.explore.Exploration;
import dev.umpire.explore.Explorer;
import dev.umpire.explore.Report;
import dev.umpire.explore.program.Program;
import dev.umpire.explore.run.Play;
import dev.umpire.explore.search.Trial;
import dev.umpire.fixtures.discovery.Discovery;
import dev.umpire.fixtures.discovery.Profile;
import dev.umpire.fixtures.discovery.TargetUnreachableException;
import dev.umpire.fixtures.history.HistoryFile;
import dev.umpire.fixtures.target.Target;
import dev.umpire.fixtures.target.TargetUnavailableException;
import dev.umpire.fixtures.wire.Endpoint;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Explores one target after the other and says what was found. */
final class Expedition {
    private static final Duration SHRINKING = Duration.ofSeconds(60);

    private final Explorer explorer;
    private final List<Fault> faults;
    private final Path folder;
    private final int replays;
    private final PrintWriter out;

    Expedition(Explorer explorer, List<Fault> faults, Path folder, int replays, PrintWriter out) {
        this.explorer = explorer;
        this.faults = List.copyOf(faults);
        this.folder = folder;
        this.replays = replays;
        this.out = out;
    }

    /** What is done with a target that is up. */
    private interface Journey {
        int go(Target target, Exploration exploration) throws IOException;
    }

    /** Explores a target for a time; the exit code. */
    int explore(TargetSelection.Choice choice, Duration most) {
        say(choice.name() + ": exploring for " + most.toSeconds() + " s from seed " + explorer.seed());
        return with(choice, (target, exploration) -> {
            Optional<Trial> failed = exploration.run(most);
            say(target.name() + ": " + exploration.programs() + " programs, " + exploration.deliveries()
                    + " deliveries, " + exploration.undecided() + " undecided: "
                    + (failed.isPresent() ? "the model is broken" : "all as the model says"));
            if (failed.isEmpty()) {
                return ExitCode.CONFORMANT;
            }
            say(Report.findings(failed.get()));
            say("making the program small, which takes up to " + SHRINKING.toSeconds() + " s …");
            Trial small = exploration.shrink(failed.get(), SHRINKING);
            int failures = exploration.failures(small.program(), replays);
            describe(target, small, failures);
            return ExitCode.NOT_CONFORMANT;
        });
    }

    /** Plays a program to a target again and again; the exit code. */
    int replay(TargetSelection.Choice choice, Program program) {
        return with(choice, (target, exploration) -> {
            int failures = 0;
            Trial last = null;
            for (int i = 0; i < replays; i++) {
                Trial trial = exploration.play(program);
                if (trial.judgement().broken()) {
                    failures++;
                    last = trial;
                }
            }
            say(target.name() + ": " + failures + " of " + replays + " replays broke the model");
            if (last == null) {
                return ExitCode.CONFORMANT;
            }
            say(Report.findings(last));
            write(target, last, failures);
            return ExitCode.NOT_CONFORMANT;
        });
    }

    private int with(TargetSelection.Choice choice, Journey journey) {
        try (Target target = choice.start().get()) {
            Profile profile = Discovery.of(new Endpoint(target.url()));
            try (Play play = explorer.play(choice.name(), profile)) {
                return journey.go(target, explorer.exploration(play, profile, trial -> {}));
            }
        } catch (TargetUnavailableException | TargetUnreachableException | IllegalArgumentException e) {
            say(choice.name() + ": " + e.getMessage());
            return ExitCode.COULD_NOT_RUN;
        } catch (IOException e) {
            throw new HarnessException("cannot write to " + folder + ": " + e.getMessage(), e);
        }
    }

    private void describe(Target target, Trial small, int failures) throws IOException {
        say("");
        say(Report.text(small));
        say("");
        say("fails in " + failures + " of " + replays + " replays. As a test:");
        say("");
        say(Report.test(small, target.url().toString()));
        write(target, small, failures);
    }

    private void write(Target target, Trial trial, int failures) throws IOException {
        String name = target.name().replaceAll("[^\\w.-]+", "-");
        Path place = Files.createDirectories(folder.resolve(name));
        String options = faults.isEmpty()
                ? ""
                : " --faults " + faults.stream().map(Fault::word).collect(Collectors.joining(","));
        String head = "# " + target.name() + ", seed " + explorer.seed() + ", fails in " + failures + " of " + replays
                + " replays\n# umpire explore --server " + name + " --replay program.txt" + options + "\n";
        Files.writeString(place.resolve("program.txt"), head + trial.program());
        Files.writeString(place.resolve("findings.txt"), Report.findings(trial) + "\n");
        HistoryFile.write(place.resolve("history.ndjson"), trial.history());
        say("written: " + place + " (program.txt to replay, history.ndjson to judge, findings.txt)");
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
