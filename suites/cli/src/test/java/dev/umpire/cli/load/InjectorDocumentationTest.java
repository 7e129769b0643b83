package dev.umpire.cli.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code reports/docs/injectors.md} tells people to copy works. */
class InjectorDocumentationTest {
    private static final YAMLMapper YAML = new YAMLMapper();

    @TempDir
    private Path folder;

    private final String start = Instant.now().plus(Duration.ofHours(1)).toString();

    @Test
    void theComposeFileStartsEveryInjectorOnce() throws IOException {
        JsonNode services = snippets().get(0).path("services");
        List<String> commands = new ArrayList<>();
        services.forEach(service -> commands.add(words(service.path("command"))));

        assertThat(commands).hasSize(3);
        for (int number = 1; number <= commands.size(); number++) {
            String command = commands.get(number - 1);
            assertUnderstood(command.replace("${UMPIRE_TARGET}", "http://localhost:1")
                    .replace("${UMPIRE_RUN}", "bench-1")
                    .replace("${UMPIRE_START}", start));
            assertThat(command).contains("--injector=" + number + "/3").endsWith("--out=/results/" + number);
        }
        assertThat(commands.stream().map(command -> command.replaceAll("--(injector|out)=\\S+", "")))
                .containsOnly(commands.get(0).replaceAll("--(injector|out)=\\S+", ""));
    }

    @Test
    void theJobStartsEveryInjectorOnce() throws IOException {
        JsonNode job = snippets().get(1).path("spec");
        String command = words(job.at("/template/spec/containers/0/args"));

        assertThat(job.path("completionMode").asText()).isEqualTo("Indexed");
        assertThat(List.of(
                        job.path("completions").asInt(), job.path("parallelism").asInt()))
                .containsOnly(3);
        for (int index = 0; index < 3; index++) {
            assertUnderstood(command.replace("$(INDEX)", Integer.toString(index))
                    .replace("my-server:3000", "localhost:1")
                    .replace("2030-01-31T10:00:00Z", start));
        }
        assertThat(command).contains("--injector=$(INDEX)+1/3");
    }

    /** Nothing listens there, which is said after the options were found right. */
    private void assertUnderstood(String command) {
        assertThat(command).startsWith("load ");
        List<String> options = new ArrayList<>(List.of(command.split(" ")));
        options.remove(0);
        options.removeIf(option -> option.startsWith("--out="));
        LoadTrial trial = new LoadTrial(new FakeEngine(), folder.resolve(Integer.toString(command.hashCode())));

        assertThat(trial.run(options.toArray(String[]::new))).as(trial.err()).isEqualTo(3);
        assertThat(trial.err()).isEmpty();
    }

    private static String words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.asText()));
        return String.join(" ", words);
    }

    private static List<JsonNode> snippets() throws IOException {
        List<JsonNode> snippets = new ArrayList<>();
        for (String text : Pattern.compile("(?s)```yaml\n(.*?)```")
                .matcher(Files.readString(home().resolve("reports/docs/injectors.md")))
                .results()
                .map(match -> match.group(1))
                .toList()) {
            snippets.add(YAML.readTree(text));
        }
        assertThat(snippets).hasSize(2);
        return snippets;
    }

    private static Path home() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("action.yml"))) {
            at = at.getParent();
        }
        return at;
    }
}
