package dev.umpire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.umpire.fixtures.saboteur.SabotagedServer;
import dev.umpire.fixtures.saboteur.connection.ConnectWithoutSid;
import dev.umpire.fixtures.target.ServerKind;
import dev.umpire.fixtures.target.Target;
import dev.umpire.fixtures.target.TargetOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class UmpireTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aConformantTargetEndsWithZero() throws Exception {
        int code = umpire("run", "--rule", "SIO-CONNECT-MAIN", "--out", out("a"));

        assertThat(code).isZero();
        assertThat(out.toString()).contains("embedded: 1 passed, 0 failed in ").contains("report: ");
        assertThat(folder.resolve("a")).isDirectoryContaining(file -> file.endsWith("index.html"));
        assertThat(folder.resolve("a")).isDirectoryContaining(file -> file.endsWith("junit.xml"));
        assertThat(folder.resolve("a")).isDirectoryContaining(file -> file.endsWith("allure-results"));
    }

    @Test
    void aBrokenMustEndsWithOne() throws Exception {
        try (Target target = ServerKind.EMBEDDED.start(TargetOptions.brisk());
                AlteringProxy proxy = AlteringProxy.replacing("3probe", "3prone", target.url())) {

            int code = umpire("run", "--target", proxy.url(), "--rule", "EIO-UPGRADE-PROBE", "--out", out("b"));

            assertThat(code).isEqualTo(1);
            assertThat(out.toString()).contains("failed  EIO-UPGRADE-PROBE").contains("0 passed, 1 failed");
            assertThat(summary("b").at("/targets/0/counts/failed").asInt()).isEqualTo(1);
        }
    }

    @Test
    void severalTargetsStandSideBySideAndOneThatIsBrokenDecides() throws Exception {
        try (Target sound = ServerKind.EMBEDDED.start(TargetOptions.brisk());
                SabotagedServer broken = SabotagedServer.start(new ConnectWithoutSid(), TargetOptions.brisk())) {
            String soundUrl = sound.url().toString();
            String brokenUrl = broken.url().toString();

            int code = umpire(
                    "run",
                    "--target",
                    soundUrl,
                    "--target",
                    brokenUrl,
                    "--server",
                    "embedded",
                    "--rule",
                    "SIO-CONNECT-MAIN",
                    "--out",
                    out("c"));

            assertThat(code).isEqualTo(1);
            assertThat(out.toString())
                    .contains("embedded: 1 passed, 0 failed in ")
                    .contains(soundUrl + ": 1 passed, 0 failed in ")
                    .contains(brokenUrl + ": 0 passed, 1 failed in ");
            JsonNode targets = summary("c").path("targets");
            assertThat(targets)
                    .extracting(target -> target.path("name").asText())
                    .containsExactly("embedded", soundUrl, brokenUrl);
            assertThat(targets)
                    .extracting(target -> target.at("/counts/failed").asInt())
                    .containsExactly(0, 0, 1);
            assertThat(folder.resolve("c/index.html")).content().contains("embedded", soundUrl, brokenUrl);
            assertThat(folder.resolve("c/scoreboard.svg")).exists();
        }
    }

    @Test
    void aTargetThatIsDownEndsWithThreeAndSaysWhatToDo() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        int code = umpire("run", "--target", "http://127.0.0.1:" + port, "--out", out("d"));

        assertThat(code).isEqualTo(3);
        assertThat(out.toString())
                .contains("no Socket.IO server answers at http://127.0.0.1:" + port + "/socket.io/")
                .contains("Connection refused")
                .contains("Is it running, and is the path right?");
        assertThat(folder.resolve("d/results.ndjson")).content().contains("\"problem\":\"no Socket.IO server answers");
    }

    @Test
    void aTargetThatDiesHalfWayEndsWithThreeAndKeepsWhatWasRecorded() throws Exception {
        try (Target target = ServerKind.EMBEDDED.start(TargetOptions.brisk());
                AlteringProxy proxy = AlteringProxy.dyingAfter(12, target.url())) {

            int code = umpire("run", "--target", proxy.url(), "--suite", "engine.io-handshake", "--out", out("g"));

            assertThat(code).isEqualTo(3);
            assertThat(out.toString()).contains("the target stopped answering before all rules were tried");
            assertThat(folder.resolve("g/results.ndjson")).content().contains("\"rule finished\"");
            assertThat(summary("g").at("/targets/0/counts/failed").asInt()).isZero();
        }
    }

    @Test
    void aWebServerThatIsNotSocketIoEndsWithThree() throws Exception {
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        web.start();
        try {
            int code = umpire(
                    "run", "--target", "http://127.0.0.1:" + web.getAddress().getPort(), "--out", out("e"));

            assertThat(code).isEqualTo(3);
            assertThat(out.toString()).contains("no Socket.IO server answers").contains("HTTP 404");
        } finally {
            web.stop(0);
        }
    }

    static Stream<Arguments> wrongUsages() {
        return Stream.of(
                Arguments.of(List.of("run", "--rule", "SIO-CONECT-MAIN"), "Did you mean SIO-CONNECT-MAIN?"),
                Arguments.of(List.of("run", "--suite", "emit-scope"), "Did you mean emit-scopes?"),
                Arguments.of(List.of("run", "--server", "nod"), "There is no server \"nod\". Known: embedded"),
                Arguments.of(List.of("run", "--target", "localhost:3000"), "such as http://localhost:3000"),
                Arguments.of(List.of("run", "--image", "my-server:1"), "--image-port"),
                Arguments.of(List.of("run", "--image", "my-server", "--image-port", "0"), "must be 1 to 65535, not 0"),
                Arguments.of(List.of("run", "--image", "My Server", "--image-port", "1"), "such as my-server:latest"),
                Arguments.of(List.of("run", "--sweet", "x"), "Unknown option"),
                Arguments.of(List.of("explain", "NOPE"), "There is no rule NOPE."),
                Arguments.of(List.of("rum"), "Did you mean: umpire run"),
                Arguments.of(List.of(), "Say what to do, such as: umpire run"));
    }

    @ParameterizedTest
    @MethodSource("wrongUsages")
    void wrongUsageEndsWithTwoAndSaysWhatWasMeant(List<String> arguments, String message) {
        int code = umpire(arguments.toArray(String[]::new));

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains(message);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void resultsOfAnotherRunAreNeverOverwritten() throws Exception {
        Files.writeString(folder.resolve("results.ndjson"), "");

        int code = umpire("run", "--out", folder.toString());

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("holds the results of another run");
    }

    @Test
    void reportOnAFolderWithoutResultsEndsWithThree() {
        int code = umpire("report", folder.resolve("nothing").toString());

        assertThat(code).isEqualTo(3);
        assertThat(err.toString()).contains("nothing");
    }

    @Test
    void reportsCanBeWrittenAgain() throws Exception {
        umpire("run", "--rule", "SIO-CONNECT-MAIN", "--out", out("f"));
        Files.delete(folder.resolve("f/index.html"));

        int code = umpire("report", out("f"));

        assertThat(code).isZero();
        assertThat(folder.resolve("f/index.html")).exists();
    }

    @Test
    void listsTheRulesAsJson() throws Exception {
        int code = umpire("list", "--json");

        assertThat(code).isZero();
        JsonNode rules = new ObjectMapper().readTree(out.toString());
        assertThat(rules.findValuesAsText("id")).contains("SCOPE-IO-EVERYONE").doesNotHaveDuplicates();
    }

    @Test
    void explainsOneRule() {
        int code = umpire("explain", "SCOPE-IO-EVERYONE");

        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("SCOPE-IO-EVERYONE (emit scopes)")
                .contains("https://socket.io/docs/v4/emit-cheatsheet/")
                .contains("umpire run --rule SCOPE-IO-EVERYONE");
    }

    private int umpire(String... arguments) {
        CommandLine commandLine = Umpire.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }

    private String out(String name) {
        return folder.resolve(name).toString();
    }

    private JsonNode summary(String name) throws Exception {
        return new ObjectMapper()
                .readTree(folder.resolve(name).resolve("summary.json").toFile());
    }
}
