package dev.umpire.cli.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.cli.HarnessException;
import dev.umpire.fixtures.saboteur.SabotagedServer;
import dev.umpire.fixtures.saboteur.delivery.SenderIncluded;
import dev.umpire.fixtures.target.TargetOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Both commands as their users see them: exit codes, words, files. */
class ExploreCommandTest {
    private static final String BROADCAST = """
            c1 opens websocket
            c1 enters /
            c1 emits broadcast in /
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aServerThatKeepsTheModelEndsWithZero() {
        int code = explore("--minutes", "0.03", "--seed", "7", "--faults", "cut,jitter", "--out", folder.toString());

        assertThat(out.toString()).contains("from seed 7").contains("all as the model says");
        assertThat(code).isZero();
    }

    @Test
    void aServerThatBreaksItEndsWithOneAndASmallProgramThatReplays() throws IOException {
        try (SabotagedServer server = SabotagedServer.start(new SenderIncluded(), TargetOptions.brisk())) {
            // when
            String url = server.url().toString();
            int code = explore("--target", url, "--out", folder.toString());

            // then
            assertThat(code).isEqualTo(1);
            assertThat(out.toString())
                    .contains("the model is broken")
                    .contains("(https://socket.io/docs/v4/emit-cheatsheet/)")
                    .contains("fails in 20 of 20 replays")
                    .contains("Replay.of(\"\"\"");
            Path written = written("program.txt");
            assertThat(Files.readString(written)).contains("emits");

            // and when
            int again = explore("--target", url, "--replay", written.toString(), "--out", folder.resolve("b") + "");
            int judged = judge(written("history.ndjson").toString());

            // then
            assertThat(again).isEqualTo(1);
            assertThat(judged).isEqualTo(1);
            assertThat(out.toString())
                    .contains("20 of 20 replays broke the model")
                    .contains("astray: ");
        }
    }

    @Test
    void aProgramThatHoldsEndsWithZero() throws IOException {
        Path program = Files.writeString(folder.resolve("program.txt"), BROADCAST);

        assertThat(explore("--replay", program.toString(), "--times", "2", "--out", folder.resolve("a") + ""))
                .isZero();
        assertThat(out.toString()).contains("embedded: 0 of 2 replays broke the model");
    }

    @Test
    void wrongUsageEndsWithTwoAndWhatCannotBeReadWithThree() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "hello\n");

        assertThat(explore("--minutes", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--minutes must be more than 0, not 0.0");
        assertThat(explore("--faults", "gravity")).isEqualTo(2);
        assertThat(explore("--replay", text.toString())).isEqualTo(3);
        assertThat(judge(text.toString())).isEqualTo(3);
        assertThat(judge(folder.resolve("nowhere").toString())).isEqualTo(3);
        assertThat(err.toString())
                .contains("is no program: line 1 of the script")
                .contains("line 1 is no line of a history")
                .contains("cannot be read. Is the path right?");
    }

    private Path written(String name) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }

    private int explore(String... arguments) {
        return command(new ExploreCommand()).execute(arguments);
    }

    private int judge(String... arguments) {
        return command(new JudgeCommand()).execute(arguments);
    }

    private CommandLine command(Object command) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    assertThat(failure).isInstanceOf(HarnessException.class);
                    line.getErr().println(failure.getMessage());
                    return 3;
                });
    }
}
