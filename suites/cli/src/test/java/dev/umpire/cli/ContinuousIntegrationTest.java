package dev.umpire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The action and the snippets of the documentation, as far as they can be tried without a CI server. */
class ContinuousIntegrationTest {
    private static final Path HOME = home();
    private static final YAMLMapper YAML = new YAMLMapper();

    @TempDir
    private Path folder;

    @Test
    void everyInputOfTheActionIsAnOptionOfTheCommand() throws IOException {
        JsonNode action = action();
        JsonNode environment = script(action).path("env");
        CommandLine.Model.CommandSpec run =
                Umpire.commandLine().getSubcommands().get("run").getCommandSpec();

        action.path("inputs").fieldNames().forEachRemaining(input -> {
            String variable = input.toUpperCase(Locale.ROOT).replace('-', '_');
            assertThat(environment.path(variable).asText()).isEqualTo("${{ inputs." + input + " }}");
            assertThat(run.findOption("--" + input)).as("--" + input).isNotNull();
            assertThat(script(action).path("run").asText()).contains("each --" + input + " \"$" + variable + "\"");
        });
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "3"})
    void theActionPassesItsInputsOnAndTellsTheExitCode(int code) throws Exception {
        // given
        JsonNode script = script(action());
        Path umpire = Files.writeString(
                folder.resolve("umpire"), "#!/bin/sh\nprintf '%s\\n' \"$@\" > arguments\nexit " + code + "\n");
        assertThat(umpire.toFile().setExecutable(true)).isTrue();
        Map<String, String> environment = new TreeMap<>();
        script.path("env").fieldNames().forEachRemaining(name -> environment.put(name, ""));
        environment.put("TARGET", "http://localhost:1\n  http://localhost:2/$(touch hacked)\r\n");
        environment.put("KNOWN_FAILURES", "my list.tsv");
        environment.put("OUT", "umpire-report");
        environment.put("UMPIRE", umpire.toString());
        environment.put("GITHUB_OUTPUT", folder.resolve("output").toString());

        // when: as GitHub starts a step with shell: bash
        Path file =
                Files.writeString(folder.resolve("step.sh"), script.path("run").asText());
        ProcessBuilder bash = new ProcessBuilder("bash", "--noprofile", "--norc", "-eo", "pipefail", file.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        bash.environment().putAll(environment);
        int exit = bash.start().waitFor();

        // then
        assertThat(exit).as(Files.readString(folder.resolve("log"))).isEqualTo(code);
        assertThat(Files.readAllLines(folder.resolve("arguments")))
                .containsExactly(
                        "run",
                        "--target",
                        "http://localhost:1",
                        "--target",
                        "http://localhost:2/$(touch hacked)",
                        "--known-failures",
                        "my list.tsv",
                        "--out",
                        "umpire-report");
        assertThat(Files.readAllLines(folder.resolve("output")))
                .containsExactly("exit-code=" + code, "report=umpire-report/index.html");
        assertThat(folder.resolve("hacked")).doesNotExist();
    }

    @Test
    void theOutputsAreThoseOfTheStep() throws IOException {
        JsonNode action = action();

        assertThat(action.at("/outputs/exit-code/value").asText()).isEqualTo("${{ steps.run.outputs.exit-code }}");
        assertThat(action.at("/outputs/report/value").asText()).isEqualTo("${{ steps.run.outputs.report }}");
        assertThat(action.at("/runs/using").asText()).isEqualTo("composite");
    }

    static Stream<String> commands() throws IOException {
        return Pattern.compile(
                        "(?m)^.*?(?<![\\w/-])(?:\\./umpire/)?umpire ((?:run|compare) --?[^#'`\n]*|compare [^#'`\n]+)")
                .matcher(documentation())
                .results()
                .map(match -> match.group(1).strip());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandOfTheDocumentationIsUnderstood(String command) {
        CommandLine.ParseResult parsed = Umpire.commandLine().parseArgs(command.split(" +"));

        assertThat(parsed.hasSubcommand()).isTrue();
    }

    @Test
    void theSnippetsAreYamlAndUseInputsThatExist() throws IOException {
        List<JsonNode> snippets = new ArrayList<>();
        for (String text : Pattern.compile("(?s)```yaml\n(.*?)```")
                .matcher(documentation())
                .results()
                .map(match -> match.group(1))
                .toList()) {
            snippets.add(YAML.readTree(text));
        }

        assertThat(snippets).hasSize(2);
        JsonNode inputs = action().path("inputs");
        snippets.get(0).at("/jobs/umpire/steps").forEach(step -> {
            if (step.path("uses").asText().contains("/umpire@")) {
                step.path("with")
                        .fieldNames()
                        .forEachRemaining(
                                name -> assertThat(inputs.has(name)).as(name).isTrue());
            }
        });
        assertThat(snippets.get(1).at("/umpire/artifacts/reports/junit").asText())
                .isEqualTo("umpire-report/junit.xml");
    }

    private static JsonNode script(JsonNode action) {
        return action.at("/runs/steps/1");
    }

    private static JsonNode action() throws IOException {
        return YAML.readTree(HOME.resolve("action.yml").toFile());
    }

    private static String documentation() throws IOException {
        return Files.readString(HOME.resolve("reports/docs/ci.md"));
    }

    private static Path home() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("action.yml"))) {
            at = at.getParent();
        }
        return at;
    }
}
