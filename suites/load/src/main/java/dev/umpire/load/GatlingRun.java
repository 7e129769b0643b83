package dev.umpire.load;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.gatling.app.Gatling$;
import io.gatling.charts.component.ComponentLibrary;
import io.gatling.commons.util.GatlingVersion$;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import scala.Console;
import scala.Option;

/**
 * Runs a simulation in this process, quietly, and without telling anybody. The JVM needs
 * {@code --add-opens=java.base/java.lang=ALL-UNNAMED}.
 */
final class GatlingRun {
    private static final List<String> TALKATIVE = List.of("io.gatling", "io.netty", "com.typesafe", "org.jboss");

    private final Class<? extends Simulation> simulation;
    private final Path folder;
    private final boolean report;

    /** Prepares a run whose log and, if wanted, report go to a folder of their own below the given one. */
    GatlingRun(Class<? extends Simulation> simulation, Path folder, boolean report) {
        this.simulation = simulation;
        this.folder = folder;
        this.report = report;
    }

    /** Whether the charts of Gatling's report are here; their licence keeps them out of images. */
    static boolean canReport() {
        return GatlingRun.class.getResource("/META-INF/services/" + ComponentLibrary.class.getName()) != null;
    }

    /**
     * Runs to the end.
     *
     * @return the page of Gatling's report, if it wrote one
     * @throws IOException if the folder cannot be used
     */
    Optional<Path> execute() throws IOException {
        Files.createDirectories(folder);
        silenceLoggers();
        pretendTheLatestReleaseIsUnknown();
        List<String> arguments = new ArrayList<>(List.of("-s", simulation.getName(), "-rf", folder.toString()));
        if (!report) {
            arguments.add("-nr");
        }
        Console.withOut(
                OutputStream.nullOutputStream(), () -> Gatling$.MODULE$.fromArgs(arguments.toArray(String[]::new)));
        return report();
    }

    private Optional<Path> report() throws IOException {
        try (Stream<Path> runs = Files.list(folder)) {
            return runs.map(run -> run.resolve("index.html"))
                    .filter(Files::exists)
                    .max((a, b) -> a.toString().compareTo(b.toString()));
        }
    }

    /** Before every run: at the end of each, Gatling resets all loggers. */
    private static void silenceLoggers() {
        for (String name : TALKATIVE) {
            if (LoggerFactory.getLogger(name) instanceof Logger logger) {
                logger.setLevel(Level.ERROR);
            }
        }
    }

    /**
     * Gatling would ask a public server for its latest release before each run, whatever its settings; it does so when
     * this lazy value is first read. Should its shape change, a run asks again, and is none the worse for it.
     */
    private static void pretendTheLatestReleaseIsUnknown() {
        try {
            Field value = GatlingVersion$.class.getDeclaredField("LatestRelease");
            Field computed = GatlingVersion$.class.getDeclaredField("bitmap$0");
            value.setAccessible(true);
            computed.setAccessible(true);
            value.set(null, Option.empty());
            computed.setBoolean(null, true);
        } catch (ReflectiveOperationException e) {
            LoggerFactory.getLogger(GatlingRun.class).warn("Gatling may ask for its latest release", e);
        }
    }
}
