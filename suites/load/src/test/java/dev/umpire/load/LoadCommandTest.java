package dev.umpire.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.cli.load.LoadCommand;
import dev.umpire.load.StubBroadcaster.Delivery;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LoadCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void measuresTheEmbeddedServer() throws Exception {
        int exitCode = load("--receivers", "20", "--rate", "50", "--duration", "2s", "--warm-up", "0s");

        assertThat(out.toString())
                .contains("embedded: fan-out clean, 2000 of 2000 deliveries, ")
                .contains(", 0 lost, 0 duplicated, 0 disordered, 0 strayed; ");
        assertThat(exitCode).isZero();
        assertThat(Files.readString(folder.resolve("out/results.ndjson")))
                .contains("\"type\":\"load finished\"", "\"type\":\"run finished\"");
    }

    @Test
    void endsWithOneWhenADeliveryIsLost() throws Exception {
        Delivery forgetful = (socket, index, number, frame) -> {
            if (index != 0 || number != 4) {
                socket.send(frame);
            }
        };
        try (StubBroadcaster stub = StubBroadcaster.start(forgetful)) {
            int exitCode = load(
                    "--target",
                    stub.url().toString(),
                    "--receivers",
                    "3",
                    "--rate",
                    "20",
                    "--duration",
                    "500ms",
                    "--warm-up",
                    "0s");

            assertThat(exitCode).isEqualTo(1);
            assertThat(out.toString()).contains("fan-out NOT CLEAN", "of 30 deliveries: 1 lost");
        }
    }

    @Test
    void endsWithThreeWhenNothingListens() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertThat(load("--target", "http://127.0.0.1:" + port)).isEqualTo(3);
        assertThat(out.toString()).contains("no Socket.IO server answers at http://127.0.0.1:" + port + "/socket.io/");
    }

    @Test
    void startsNothingWhenAnOptionIsWrong() {
        assertThat(load("--scenario", "fanout")).isEqualTo(2);
        assertThat(load("--duration", "30")).isEqualTo(2);
        assertThat(load("--receivers", "0")).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "There is no scenario \"fanout\". Known: fan-out",
                        "\"30\" is no time",
                        "Cannot do that: there must be at least 1 receiver, not 0");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void reportsWhatWasMeasuredWhenItIsInterrupted() throws Exception {
        Path result = folder.resolve("out");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.umpire.cli.Umpire",
                "load",
                "--no-calibration",
                "--warm-up",
                "0s",
                "--duration",
                "10m",
                "--out",
                result.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed;
        try (BufferedReader lines = process.inputReader()) {
            String line = lines.readLine();
            while (line != null && !line.contains("measuring")) {
                line = lines.readLine();
            }
            process.toHandle().destroy(); // which leaves its output open
            printed = lines.lines().collect(Collectors.joining("\n"));
        } finally {
            process.destroyForcibly();
        }

        assertThat(printed)
                .contains("interrupted: reporting what was measured until now")
                .contains("embedded: fan-out NOT CLEAN")
                .contains("report: ");
        assertThat(Files.readString(result.resolve("results.ndjson")))
                .contains("interrupted: the figures are of the time until then", "\"lost\":0")
                .contains("\"type\":\"run finished\"");
        assertThat(result.resolve("index.html")).exists();
    }

    private int load(String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("--out", folder.resolve("out").toString()));
        CommandLine command = new CommandLine(new LoadCommand());
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        return command.execute(arguments.toArray(String[]::new));
    }
}
