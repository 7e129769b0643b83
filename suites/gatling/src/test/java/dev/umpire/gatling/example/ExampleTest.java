package dev.umpire.gatling.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.gatling.rehearsal.Rehearsal;
import dev.umpire.gatling.rehearsal.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExampleTest {
    private static final Path SOURCE = Path.of("src/test/java/dev/umpire/gatling/example/ChatSimulation.java");

    @Test
    void theReadmeShowsTheExample() throws IOException {
        String source = Files.readString(SOURCE);

        String shown = source.substring(source.indexOf("import static"));

        assertThat(Files.readString(Path.of("README.md"))).contains("```java\n" + shown + "```");
    }

    @Test
    void theExampleRuns() {
        List<Sample> samples;
        try (ChatServer server = new ChatServer()) {
            System.setProperty("server", server.start());
            System.setProperty("users", "3");

            samples = Rehearsal.of(ChatSimulation.class);
        }

        assertThat(samples).extracting(Sample::line).allMatch(line -> line.startsWith("OK "));
        assertThat(samples.stream().map(Sample::line).distinct())
                .containsExactlyInAnyOrder("OK connect", "OK enter", "OK say", "OK hear", "OK close");
        assertThat(samples).filteredOn(sample -> sample.name().equals("hear")).hasSize(9);
    }
}
