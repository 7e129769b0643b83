package dev.umpire.explore.program;

import java.util.List;
import java.util.stream.Stream;

/**
 * What clients do, in phases: the steps of one phase are done by all its clients at once, those of one client in order
 * and without waiting for answers; the next phase begins when everything was answered.
 *
 * @param phases none of them empty
 */
public record Program(List<List<Step>> phases) {
    /** Copies the lists and drops empty phases. */
    public Program {
        phases = phases.stream()
                .filter(phase -> !phase.isEmpty())
                .map(List::copyOf)
                .toList();
    }

    /** All steps, in order. */
    public Stream<Step> steps() {
        return phases.stream().flatMap(List::stream);
    }

    /** How many steps there are. */
    public int size() {
        return phases.stream().mapToInt(List::size).sum();
    }

    /** The script, which {@link Script#parse} reads. */
    @Override
    public String toString() {
        return Script.write(this);
    }
}
