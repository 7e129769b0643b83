package dev.umpire.explore;

import dev.umpire.explore.program.Program;
import dev.umpire.explore.run.Play;
import dev.umpire.explore.search.Generator;
import dev.umpire.explore.search.Offer;
import dev.umpire.explore.search.Shrinker;
import dev.umpire.explore.search.Trial;
import dev.umpire.fixtures.history.HistoryLine;
import dev.umpire.fixtures.judge.HistoryJudge;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Plays programs to a target until one breaks the model or the time is over. */
public final class Exploration {
    /** A program whose history shows nothing certain is tried again so often. */
    private static final int TRIES_OF_UNDECIDED = 3;

    private final Play play;
    private final Offer offer;
    private final long seed;
    private final int steps;
    private final Consumer<Trial> progress;
    private long programs;
    private long deliveries;
    private long undecided;

    /**
     * Prepares an exploration.
     *
     * @param seed of the programs; the n-th of them has the seed {@link #seedOf}
     * @param steps of each program
     * @param progress told of every trial
     */
    public Exploration(Play play, Offer offer, long seed, int steps, Consumer<Trial> progress) {
        this.play = play;
        this.offer = offer;
        this.seed = seed;
        this.steps = steps;
        this.progress = progress;
    }

    /** The first trial that breaks the model, as it was; nothing if none does in time. */
    public Optional<Trial> run(Duration most) {
        long began = System.nanoTime();
        while (System.nanoTime() - began < most.toNanos()) {
            long programSeed = seedOf(programs++);
            Trial trial = settled(Generator.program(programSeed, steps, offer));
            deliveries += trial.judgement().deliveries();
            progress.accept(trial);
            if (trial.judgement().broken()) {
                return Optional.of(trial);
            }
        }
        return Optional.empty();
    }

    private Trial settled(Program program) {
        Trial trial = play(program);
        for (int i = 1; i < TRIES_OF_UNDECIDED && trial.judgement().undecided(); i++) {
            trial = play(program);
        }
        if (trial.judgement().undecided()) {
            undecided++;
        }
        return trial;
    }

    /** Plays a program once and judges what happened. */
    public Trial play(Program program) {
        List<HistoryLine> history = play.history(program, "seed " + seed);
        return new Trial(program, history, HistoryJudge.judge(history));
    }

    /** Makes a failing program small within a time. */
    public Trial shrink(Trial failed, Duration most) {
        long began = System.nanoTime();
        return Shrinker.shrink(failed, this::play, 2, () -> System.nanoTime() - began < most.toNanos());
    }

    /** How many of so many replays break the model. */
    public int failures(Program program, int replays) {
        int failures = 0;
        for (int i = 0; i < replays; i++) {
            failures += play(program).judgement().broken() ? 1 : 0;
        }
        return failures;
    }

    /** The seed of a program. */
    long seedOf(long program) {
        return seed * 1_000_003 + program;
    }

    /** How many programs were played. */
    public long programs() {
        return programs;
    }

    /** How many events arrived and were judged. */
    public long deliveries() {
        return deliveries;
    }

    /** How many programs showed nothing, since this machine stood still. */
    public long undecided() {
        return undecided;
    }
}
