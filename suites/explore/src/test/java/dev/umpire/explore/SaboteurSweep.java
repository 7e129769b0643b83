package dev.umpire.explore;

import dev.umpire.explore.run.Play;
import dev.umpire.explore.search.Trial;
import dev.umpire.fixtures.discovery.Discovery;
import dev.umpire.fixtures.discovery.Profile;
import dev.umpire.fixtures.judge.Finding;
import dev.umpire.fixtures.saboteur.Defect;
import dev.umpire.fixtures.saboteur.SabotagedServer;
import dev.umpire.fixtures.saboteur.Saboteur;
import dev.umpire.fixtures.target.TargetOptions;
import dev.umpire.fixtures.wire.Endpoint;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Explores the reference server under every saboteur of delivery and ordering, from fresh seeds, and says which were
 * found after how long: {@code SaboteurSweep <seeds> <seconds> [part of a name…]}.
 */
public final class SaboteurSweep {
    private SaboteurSweep() {}

    /** Runs the sweep; prints a line for each saboteur and the sum. */
    public static void main(String[] arguments) throws Exception {
        int seeds = Integer.parseInt(arguments[0]);
        Duration most = Duration.ofSeconds(Long.parseLong(arguments[1]));
        List<String> wanted = List.of(arguments).subList(2, arguments.length);
        Random random = new SecureRandom();
        int complete = 0;
        int tried = 0;
        for (Class<? extends Saboteur> saboteur : saboteurs("delivery", "ordering")) {
            if (wanted.isEmpty() || wanted.stream().anyMatch(saboteur.getSimpleName()::contains)) {
                tried++;
                complete += sweep(saboteur, seeds, most, random) == seeds ? 1 : 0;
            }
        }
        System.out.println("found " + complete + " of " + tried + " saboteurs from each of " + seeds + " seeds");
    }

    private static int sweep(Class<? extends Saboteur> saboteur, int seeds, Duration most, Random random)
            throws Exception {
        int found = 0;
        StringBuilder times = new StringBuilder();
        String sign = "";
        for (int i = 0; i < seeds; i++) {
            long began = System.nanoTime();
            Optional<Trial> trial = explore(saboteur, random.nextLong(1_000_000_000), most);
            long millis = (System.nanoTime() - began) / 1_000_000;
            found += trial.isPresent() ? 1 : 0;
            times.append(trial.isPresent() ? " " + millis : " -");
            if (trial.isPresent()) {
                Finding first = trial.get().judgement().findings().get(0);
                sign = first.kind() + " " + first.details();
            }
        }
        System.out.printf(
                "%-28s %d of %d, ms:%s  %s%n", saboteur.getSimpleName(), found, seeds, times, shortened(sign));
        return found;
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(110, text.length()));
    }

    /** Explores a sabotaged server for a time. */
    static Optional<Trial> explore(Class<? extends Saboteur> saboteur, long seed, Duration most) throws Exception {
        try (SabotagedServer server = SabotagedServer.start(Saboteur.of(saboteur), TargetOptions.brisk())) {
            Profile profile = Discovery.of(new Endpoint(server.url()));
            boolean ownRooms = saboteur.getSimpleName().equals("SenderKnownByOwnRoom");
            Explorer explorer = ownRooms ? Explorer.of(seed).withOwnRooms() : Explorer.of(seed);
            try (Play play = explorer.play("sabotaged", profile)) {
                return explorer.exploration(play, profile, trial -> {}).run(most);
            }
        }
    }

    /** The saboteurs of some drawers, in the order of their names. */
    static List<Class<? extends Saboteur>> saboteurs(String... drawers) throws Exception {
        return Stream.of(drawers)
                .flatMap(SaboteurSweep::names)
                .sorted()
                .<Class<? extends Saboteur>>map(SaboteurSweep::load)
                .filter(type -> type.isAnnotationPresent(Defect.class))
                .toList();
    }

    private static Class<? extends Saboteur> load(String name) {
        try {
            Class<?> type = Class.forName(name);
            return Saboteur.class.isAssignableFrom(type) ? type.asSubclass(Saboteur.class) : Saboteur.class;
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> names(String drawer) {
        String folder = Saboteur.class.getPackageName().replace('.', '/') + '/' + drawer;
        try {
            URI place = Saboteur.class.getResource('/' + folder).toURI();
            if (place.getScheme().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
                    return names(jar.getPath(folder), folder);
                }
            }
            return names(Path.of(place), folder);
        } catch (IOException | java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> names(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class") && !file.contains("$") && !file.contains("package-info"))
                    .map(file -> name.replace('/', '.') + '.' + file.replace(".class", ""))
                    .toList()
                    .stream();
        }
    }
}
