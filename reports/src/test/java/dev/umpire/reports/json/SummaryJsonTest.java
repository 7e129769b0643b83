package dev.umpire.reports.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.umpire.reports.Sketch;
import dev.umpire.reports.model.Deliveries;
import dev.umpire.reports.model.Latency;
import dev.umpire.reports.model.Level;
import dev.umpire.reports.model.LoadResult;
import dev.umpire.reports.model.LoadWork;
import dev.umpire.reports.model.ResultEvent;
import dev.umpire.reports.model.ResultLog;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.RunResults;
import dev.umpire.reports.model.TargetInfo;
import dev.umpire.reports.model.TargetResults;
import dev.umpire.reports.model.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryJsonTest {
    private static final TargetInfo INFO = new TargetInfo("node", "http://x/", "echo", null, List.of(), 25, 20, 1000);
    private static final Latency LATENCY = new Latency(1, 2.5, 3, 4, 5, 6, 7, "H");

    @TempDir
    Path folder;

    @Test
    void hasExactlyThePromisedShape() throws IOException {
        // given
        TargetResults target =
                new TargetResults("node", INFO, List.of(rule(Verdict.NOT_APPLICABLE)), List.of(), List.of(), 12, null);

        // then
        assertSummary(target, """
                {"conformant":true,"targets":[{"name":"node","url":"http://x/","tier":"echo",
                "counts":{"passed":0,"failed":0,"warned":0,"noted":0,"notApplicable":1,"blocked":0,"undecided":0},
                "knownFailures":0,"millis":12,
                "rules":[{"id":"A-1","suite":"a","level":"SHOULD","verdict":"notApplicable","millis":3}]}]}
                """);
    }

    @Test
    void addsAProblemAndLoadsWhenThereAreSome() throws IOException {
        // given
        LoadResult load = new LoadResult(
                "node",
                "fan-out",
                1,
                new LoadWork(10, 1, 2, 5, 80),
                new Deliveries(10, 100, 99, 1, 0, 0, 0, 0, 19.8),
                LATENCY,
                LATENCY,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                "1 was lost.",
                null);
        TargetResults target = new TargetResults("node", null, List.of(), List.of(), List.of(load), 0, "It died.");

        // then
        assertSummary(target, """
                {"conformant":false,"targets":[{"name":"node","url":null,"tier":null,
                "counts":{"passed":0,"failed":0,"warned":0,"noted":0,"notApplicable":0,"blocked":0,"undecided":0},
                "knownFailures":0,"millis":0,"problem":"It died.","rules":[],
                "loads":[{"scenario":"fan-out","clean":false,"problems":["1 was lost."],"rounds":1,
                "work":{"receivers":10,"emitters":1,"rate":2.0,"seconds":5.0,"payload":80},
                "deliveries":{"broadcasts":10,"expected":100,"arrived":99,"lost":1,"duplicated":0,"disordered":0,
                "strayed":0,"corrupted":0,"perSecond":19.8},
                "limitedByHarness":false,
                "figures":{"deliveriesPerSecond":{"median":19.8,"least":19.8,"greatest":19.8,"rounds":1},
                "deliveryP50Micros":{"median":3.0,"least":3.0,"greatest":3.0,"rounds":1},
                "deliveryP99Micros":{"median":5.0,"least":5.0,"greatest":5.0,"rounds":1},
                "deliveryP999Micros":{"median":6.0,"least":6.0,"greatest":6.0,"rounds":1},
                "fanOutP99Micros":{"median":5.0,"least":5.0,"greatest":5.0,"rounds":1}}}]}]}
                """);
    }

    @Test
    void addsReasonsOfKnownFailuresAndStaleLinesWhenThereAreSome() throws IOException {
        // given
        RunResults results = new Sketch()
                .rule("node", "A", Verdict.FAILED, null)
                .known("A", "node", null)
                .known("A", "deno", null)
                .read(folder);

        // then
        assertSummary(results, """
                {"conformant":false,"staleKnownFailures":[{"file":"known.tsv","line":3,"rule":"A","target":"deno",
                "problem":"names the target deno, but this run has node"}],
                "targets":[{"name":"node","url":null,"tier":null,
                "counts":{"passed":0,"failed":1,"warned":0,"noted":0,"notApplicable":0,"blocked":0,"undecided":0},
                "knownFailures":1,"millis":10,
                "rules":[{"id":"A","suite":"events","level":"MUST","verdict":"failed","millis":7,"known":"as agreed"}]}]}
                """);
    }

    private void assertSummary(TargetResults target, String expected) throws IOException {
        assertSummary(
                new RunResults(
                        new ResultEvent.RunStarted(
                                ResultLog.SCHEMA,
                                "1",
                                "2026-01-01T00:00:00Z",
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of()),
                        List.of(target),
                        5L,
                        List.of()),
                expected);
    }

    private void assertSummary(RunResults results, String expected) throws IOException {
        // when
        Path file = folder.resolve("summary.json");
        SummaryJson.write(results, file);

        // then
        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(Files.readString(file))).isEqualTo(json.readTree(expected));
    }

    private static RuleResult rule(Verdict verdict) {
        return new RuleResult(
                "node",
                "A-1",
                "a",
                Level.SHOULD,
                "SPECIFICATION",
                "answers",
                List.of(),
                verdict,
                3,
                null,
                null,
                null,
                null,
                List.of(),
                null);
    }
}
