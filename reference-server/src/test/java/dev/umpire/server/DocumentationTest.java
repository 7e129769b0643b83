package dev.umpire.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.server.app.ServeCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What is written about the code is true of it. */
class DocumentationTest {
    private static final Path SOURCES = Path.of("src", "main", "java");

    /** Settings, threads, figures. */
    private static final String[] WITHOUT_PROTOCOL = {
        "Loop", "Traffic", "SocketIoOptions", "BroadcastTarget", "ConnectionRules"
    };

    @Test
    void theWayOfAPacketNamesClassesAndMethodsThatThereAre() throws IOException {
        String page = Files.readString(Path.of("docs", "way-of-a-packet.md"));
        Map<String, List<Path>> sources = sourcesByName();
        List<String> named = Pattern.compile("`([A-Z][A-Za-z]+)(\\.([a-z][A-Za-z]+))?`")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(named).hasSizeGreaterThan(40).allSatisfy(name -> {
            String[] parts = name.replace("`", "").split("\\.", -1);
            assertThat(sources).containsKey(parts[0]);
            if (parts.length > 1) {
                Pattern method = Pattern.compile("\\b" + parts[1] + "\\(");
                assertThat(sources.get(parts[0]))
                        .anyMatch(file -> method.matcher(read(file)).find());
            }
        });
    }

    @Test
    void everyPackageOfThePageExists() throws IOException {
        String page = Files.readString(Path.of("docs", "way-of-a-packet.md"));
        assertThat(Pattern.compile("`(dev\\.umpire\\.[a-z.]+)`")
                        .matcher(page)
                        .results()
                        .map(found -> found.group(1)))
                .isNotEmpty()
                .allMatch(name -> Files.isDirectory(SOURCES.resolve(name.replace('.', '/'))));
    }

    @Test
    void theTableOfLimitsNamesEveryOptionThatLimits() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String table = readme.substring(readme.indexOf("## Limits"), readme.indexOf("### Slow readers"));
        TreeSet<String> inTable = new TreeSet<>();
        Pattern.compile("`(--[a-z-]+)`").matcher(table).results().forEach(found -> inTable.add(found.group(1)));
        List<String> limits = new CommandLine(new ServeCommand())
                .getCommandSpec().options().stream()
                        .map(OptionSpec::longestName)
                        .filter(name -> name.matches("--max-.*|--.*-timeout|--ping-interval"))
                        .toList();
        assertThat(inTable).containsExactlyInAnyOrderElementsOf(limits);
    }

    @Test
    void theDefaultsOfTheCommandAreThoseOfTheLibrary() {
        CommandLine serve = new CommandLine(new ServeCommand());
        serve.parseArgs();
        ServeCommand command = serve.getCommand();
        assertThat(command.options().limits()).isEqualTo(Limits.defaults());
        assertThat(command.options().timings()).isEqualTo(Timings.defaults());
    }

    @Test
    void noClassIsLongerThanAReaderCanKeepInMind() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")))
                    .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(300));
        }
    }

    @Test
    void everyClassOfTheProtocolCitesItsSection() throws IOException {
        Pattern citation = Pattern.compile(
                "RFC \\d+|Engine\\.IO v[34]|Socket\\.IO v[45]|Socket\\.IO documentation|Node implementation");
        Path server = SOURCES.resolve(Path.of("dev", "umpire", "server"));
        List<String> silent = new ArrayList<>();
        for (String layer : List.of("engineio", "socketio")) {
            try (Stream<Path> files = Files.walk(server.resolve(layer))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> !citation.matcher(read(file)).find())
                        .map(file -> file.getFileName().toString().replace(".java", ""))
                        .filter(name -> !name.equals("package-info"))
                        .forEach(silent::add);
            }
        }
        assertThat(silent).containsExactlyInAnyOrder(WITHOUT_PROTOCOL);
    }

    private static Map<String, List<Path>> sourcesByName() throws IOException {
        Map<String, List<Path>> byName = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                String name = file.getFileName().toString().replace(".java", "");
                byName.merge(
                        name,
                        List.of(file),
                        (one, other) ->
                                Stream.concat(one.stream(), other.stream()).toList());
            });
        }
        return byName;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
