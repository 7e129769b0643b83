package dev.umpire.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.cli.Umpire;
import dev.umpire.reports.model.LoadResult;
import dev.umpire.reports.model.ResultReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Injectors in processes of their own, as on machines of their own, and their results put together. */
final class InjectorProcesses {
    /** So that several JVMs have started, on a busy machine, too. */
    private static final Duration LEAD = Duration.ofSeconds(30);

    private static final long LIMIT_SECONDS = 150;

    private final Path folder;
    private final List<Process> processes = new ArrayList<>();

    /** Their results go to folders in this one. */
    InjectorProcesses(Path folder) {
        this.folder = folder;
    }

    /** Has them load a server together. */
    LoadResult load(int injectors, URI target, List<String> work) throws IOException, InterruptedException {
        Instant start = Instant.now().plus(LEAD).truncatedTo(ChronoUnit.MILLIS);
        List<Path> folders = new ArrayList<>();
        try {
            for (int number = 1; number <= injectors; number++) {
                folders.add(folder.resolve("out-" + number));
                List<String> options = new ArrayList<>(work);
                options.addAll(List.of(
                        "--target=" + target,
                        "--injector=" + number + "/" + injectors,
                        "--run=test",
                        "--start-at=" + start,
                        "--no-calibration",
                        "--out=" + folders.get(number - 1)));
                start("load", options);
            }
            for (int i = 0; i < injectors; i++) {
                assertThat(processes.get(i).waitFor(LIMIT_SECONDS, TimeUnit.SECONDS))
                        .isTrue();
                assertThat(folders.get(i).resolve("injector.json"))
                        .as(Files.readString(log(i)))
                        .exists();
            }
            return merged(folders);
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
    }

    private LoadResult merged(List<Path> folders) throws IOException, InterruptedException {
        Path merged = folder.resolve("merged");
        List<String> arguments =
                new ArrayList<>(folders.stream().map(Path::toString).toList());
        arguments.add("--out=" + merged);
        Process report = start("report", arguments);
        assertThat(report.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        LoadResult load = ResultReader.read(merged).targets().get(0).loads().get(0);
        assertThat(report.exitValue()).isEqualTo(load.clean() ? 0 : 1);
        assertThat(merged.resolve("index.html")).exists();
        return load;
    }

    private Process start(String what, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Umpire.class.getName(),
                what));
        command.addAll(options);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log(processes.size()).toFile()))
                .start();
        processes.add(process);
        return process;
    }

    private Path log(int index) {
        return folder.resolve("injector-" + index + ".log");
    }
}
