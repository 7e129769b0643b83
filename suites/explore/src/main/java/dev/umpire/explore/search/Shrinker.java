package dev.umpire.explore.search;

import dev.umpire.explore.program.Program;
import dev.umpire.explore.program.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Makes a failing program small by delta debugging: leaves out phases, then steps, in ever smaller parts, as long as
 * the rest still fails; then makes what is left simpler. Since a race may need several tries to show, a candidate is
 * given up only after some of them; any failure counts, as all are defects of one server.
 */
public final class Shrinker {
    private final Trial.Stage stage;
    private final int tries;
    private final BooleanSupplier goOn;
    private Trial best;

    private Shrinker(Trial.Stage stage, int tries, BooleanSupplier goOn, Trial failed) {
        this.stage = stage;
        this.tries = tries;
        this.goOn = goOn;
        this.best = failed;
    }

    /**
     * The smallest failing trial that was found.
     *
     * @param tries how often a candidate is played before it is taken for right
     * @param goOn asked before each candidate, so that time can be limited
     */
    public static Trial shrink(Trial failed, Trial.Stage stage, int tries, BooleanSupplier goOn) {
        Shrinker shrinker = new Shrinker(stage, tries, goOn, failed);
        int before;
        do {
            before = shrinker.best.program().size();
            shrinker.leaveOutClients();
            shrinker.leaveOutPhases();
            shrinker.leaveOutSteps();
        } while (shrinker.best.program().size() < before);
        shrinker.oneAfterTheOther();
        shrinker.simplify();
        return shrinker.best;
    }

    private void leaveOutClients() {
        for (int client : best.program().steps().map(Step::client).distinct().toList()) {
            attempt(new Program(best.program().phases().stream()
                    .map(phase -> phase.stream()
                            .filter(step -> step.client() != client)
                            .toList())
                    .toList()));
        }
    }

    private void leaveOutPhases() {
        for (int size = best.program().phases().size() / 2; size >= 1; size /= 2) {
            int from = 0;
            while (from < best.program().phases().size()) {
                List<List<Step>> rest = new ArrayList<>(best.program().phases());
                rest.subList(from, Math.min(from + size, rest.size())).clear();
                if (!attempt(new Program(rest))) {
                    from += size;
                }
            }
        }
    }

    private void leaveOutSteps() {
        for (int phase = best.program().phases().size() - 1; phase >= 0; phase--) {
            int size = Math.max(1, best.program().phases().get(phase).size() / 2);
            for (; size >= 1; size /= 2) {
                leaveOutSteps(phase, size);
            }
        }
    }

    private void leaveOutSteps(int phase, int size) {
        int from = 0;
        while (phase < best.program().phases().size()
                && from < best.program().phases().get(phase).size()) {
            List<Step> rest = new ArrayList<>(best.program().phases().get(phase));
            rest.subList(from, Math.min(from + size, rest.size())).clear();
            if (!attempt(with(phase, List.of(rest)))) {
                from += size;
            }
        }
    }

    /** A program whose steps do not run at once is easier to understand. */
    private void oneAfterTheOther() {
        for (int phase = best.program().phases().size() - 1; phase >= 0; phase--) {
            List<Step> steps = best.program().phases().get(phase);
            if (steps.size() > 1) {
                attempt(with(phase, steps.stream().map(List::of).toList()));
            }
        }
    }

    private void simplify() {
        for (int phase = 0; phase < best.program().phases().size(); phase++) {
            for (int step = 0; step < best.program().phases().get(phase).size(); step++) {
                simplify(phase, step);
            }
        }
    }

    private void simplify(int phase, int place) {
        boolean simpler = true;
        while (simpler) {
            simpler = false;
            Step step = best.program().phases().get(phase).get(place);
            for (Step candidate : Simpler.than(step).toList()) {
                List<Step> changed = new ArrayList<>(best.program().phases().get(phase));
                changed.set(place, candidate);
                if (attempt(with(phase, List.of(changed)))) {
                    simpler = true;
                    break;
                }
            }
        }
    }

    /** The best program with other phases in place of one. */
    private Program with(int phase, List<List<Step>> instead) {
        List<List<Step>> phases = new ArrayList<>(best.program().phases());
        phases.remove(phase);
        phases.addAll(phase, instead);
        return new Program(phases);
    }

    private boolean attempt(Program candidate) {
        if (!goOn.getAsBoolean() || candidate.equals(best.program())) {
            return false;
        }
        return Stream.generate(() -> stage.play(candidate))
                .limit(tries)
                .filter(trial -> trial.judgement().broken())
                .findFirst()
                .map(trial -> {
                    best = trial;
                    return true;
                })
                .orElse(false);
    }
}
