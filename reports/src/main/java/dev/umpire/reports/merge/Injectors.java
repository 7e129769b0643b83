package dev.umpire.reports.merge;

import dev.umpire.reports.model.UnreadableResultsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * All injectors of one run.
 *
 * @param all each once, in the order of their numbers
 */
record Injectors(List<InjectorResults> all) {
    Injectors {
        all = List.copyOf(all);
    }

    /**
     * Reads their folders, in any order.
     *
     * @throws UnreadableResultsException if they are not those of one run, all of them and each once
     */
    static Injectors read(List<Path> folders) throws IOException {
        List<InjectorResults> all = new ArrayList<>();
        for (Path folder : folders) {
            all.add(InjectorResults.read(folder));
        }
        requireSame(all, "the run", injector -> injector.share().run());
        requireSame(all, "the work", injector -> injector.share().work());
        requireSame(all, "the target", injector -> injector.load().target());
        requireSame(
                all,
                "the number of injectors",
                injector -> Integer.toString(injector.share().injectors()));
        requireEachOnce(all);
        all.sort(Comparator.comparingInt(injector -> injector.share().injector()));
        return new Injectors(all);
    }

    private static void requireSame(List<InjectorResults> all, String what, Function<InjectorResults, String> property)
            throws UnreadableResultsException {
        InjectorResults first = all.get(0);
        for (InjectorResults other : all) {
            if (!property.apply(other).equals(property.apply(first))) {
                throw new UnreadableResultsException(
                        "These are not injectors of one run: %s of %s is \"%s\", that of %s is \"%s\"."
                                .formatted(
                                        what,
                                        first.folder(),
                                        property.apply(first),
                                        other.folder(),
                                        property.apply(other)));
            }
        }
    }

    private static void requireEachOnce(List<InjectorResults> all) throws UnreadableResultsException {
        Share first = all.get(0).share();
        for (int number = 1; number <= first.injectors(); number++) {
            int wanted = number;
            List<Path> found = all.stream()
                    .filter(injector -> injector.share().injector() == wanted)
                    .map(InjectorResults::folder)
                    .toList();
            if (found.isEmpty()) {
                throw new UnreadableResultsException(
                        "The results of injector %d of %d of the run \"%s\" are missing: name its folder, too."
                                .formatted(number, first.injectors(), first.run()));
            }
            if (found.size() > 1) {
                throw new UnreadableResultsException("%s and %s are both of injector %d of %d."
                        .formatted(found.get(0), found.get(1), number, first.injectors()));
            }
        }
    }

    /** The sums of all streams. */
    List<StreamSum> streams() throws UnreadableResultsException {
        List<StreamShare> shares = all.stream()
                .flatMap(injector -> injector.share().streams().stream())
                .toList();
        List<StreamSum> sums = new ArrayList<>();
        for (StreamShare emitted : shares.stream().filter(StreamShare::emitter).toList()) {
            sums.add(StreamSum.of(
                    emitted,
                    shares.stream()
                            .filter(share -> share.stream() == emitted.stream())
                            .toList()));
        }
        if (sums.isEmpty()) {
            throw new UnreadableResultsException("None of these injectors emitted anything.");
        }
        return sums;
    }
}
