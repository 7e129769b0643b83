package dev.umpire.reports.merge;

import java.util.List;

/**
 * What one injector knows of the events of one stream, which are numbered 0, 1, 2, …
 *
 * @param stream which stream it is, from 0
 * @param emitter whether this injector emits it
 * @param emitted how many events were emitted, those of the warm-up included; on injectors that do not emit it, how
 *     many were due
 * @param warmUp how many of them are not measured
 * @param audience how many clients of all injectors must get each event
 * @param arrived how many of this injector's clients got them, in the order of their numbers
 * @param completions how long each took to the last of this injector's clients, as {@link Completions} writes it
 */
public record StreamShare(
        int stream,
        boolean emitter,
        long emitted,
        long warmUp,
        int audience,
        List<Stretch> arrived,
        String completions) {
    public StreamShare {
        arrived = List.copyOf(arrived);
    }
}
