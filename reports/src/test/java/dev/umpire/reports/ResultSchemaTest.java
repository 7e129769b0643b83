package dev.umpire.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.umpire.reports.model.Ceiling;
import dev.umpire.reports.model.Citation;
import dev.umpire.reports.model.Deliveries;
import dev.umpire.reports.model.Knee;
import dev.umpire.reports.model.KnownFailure;
import dev.umpire.reports.model.Latency;
import dev.umpire.reports.model.LoadExpectation;
import dev.umpire.reports.model.LoadResult;
import dev.umpire.reports.model.LoadWork;
import dev.umpire.reports.model.ResultEvent;
import dev.umpire.reports.model.ResultLog;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.Step;
import dev.umpire.reports.model.TargetInfo;
import dev.umpire.reports.model.TranscriptEntry;
import dev.umpire.reports.model.Usage;
import dev.umpire.reports.model.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schema says of {@code results.ndjson} what the records say, no more and no less. */
class ResultSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode SCHEMA = schema();

    @TempDir
    Path folder;

    @Test
    void everyLineOfTheSampleRunsIsValid() throws IOException {
        // given
        List<Path> runs = List.of(
                SampleRuns.one(folder.resolve("one"), 1),
                SampleRuns.three(folder.resolve("three"), 1),
                SampleLoads.two(folder.resolve("load"), 1),
                SampleLoads.compared(folder.resolve("compared"), 1),
                new Sketch()
                        .rule("node", "A", Verdict.FAILED, "x")
                        .known("A", "node", "x")
                        .known("B", "*", null)
                        .misnamed("B", "A")
                        .write(folder.resolve("known")));

        // when
        List<String> faults = new ArrayList<>();
        for (Path run : runs) {
            for (String line : Files.readAllLines(run.resolve(ResultLog.FILE_NAME))) {
                validator().validate(line, InputFormat.JSON).forEach(fault -> faults.add(fault + " in " + line));
            }
        }

        // then
        assertThat(faults).isEmpty();
    }

    @Test
    void aLineWithAnUnknownComponentIsInvalid() throws IOException {
        // given
        ObjectNode line = (ObjectNode) JSON.readTree("{\"type\":\"run finished\",\"millis\":1}");

        // when
        line.put("seconds", 1);

        // then
        assertThat(validator().validate(line.toString(), InputFormat.JSON)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("records")
    void theSchemaNamesEveryComponentOfARecord(String definition, Class<?> record) {
        // given
        JsonNode described = SCHEMA.path("$defs").path(definition);
        Set<String> properties = new TreeSet<>();
        described.path("properties").fieldNames().forEachRemaining(properties::add);
        Set<String> required = new TreeSet<>();
        described.path("required").forEach(name -> required.add(name.asText()));

        // when
        boolean event = ResultEvent.class.isAssignableFrom(record);
        Set<String> components = new TreeSet<>(event ? Set.of("type") : Set.of());
        Set<String> always = new TreeSet<>(components);
        for (RecordComponent component : record.getRecordComponents()) {
            components.add(component.getName());
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                always.add(component.getName());
            }
        }

        // then
        assertThat(properties).isEqualTo(components);
        assertThat(required).isEqualTo(always);
    }

    @Test
    void theSchemaNamesEveryEvent() {
        // when
        Set<String> described = new TreeSet<>();
        SCHEMA.path("oneOf").forEach(ref -> described.add(ref.path("$ref").asText()));

        // then
        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(
                        events().map(type -> "#/$defs/" + definition(type)).toList());
    }

    static Stream<Arguments> records() {
        return Stream.concat(
                events().map(type -> arguments(definition(type), type)),
                Stream.of(
                        arguments("targetInfo", TargetInfo.class),
                        arguments("ruleResult", RuleResult.class),
                        arguments("knownFailure", KnownFailure.class),
                        arguments("citation", Citation.class),
                        arguments("transcriptEntry", TranscriptEntry.class),
                        arguments("loadResult", LoadResult.class),
                        arguments("loadWork", LoadWork.class),
                        arguments("deliveries", Deliveries.class),
                        arguments("step", Step.class),
                        arguments("knee", Knee.class),
                        arguments("usage", Usage.class),
                        arguments("ceiling", Ceiling.class),
                        arguments("loadExpectation", LoadExpectation.class),
                        arguments("latency", Latency.class),
                        arguments("point", LoadResult.Point.class)));
    }

    private static Stream<Class<?>> events() {
        return Arrays.stream(ResultEvent.class.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::value);
    }

    private static String definition(Class<?> type) {
        String name = type.getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static Schema validator() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SCHEMA.toString(), InputFormat.JSON);
    }

    private static JsonNode schema() {
        try (InputStream in = Reports.class.getResourceAsStream("results.schema.json")) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
