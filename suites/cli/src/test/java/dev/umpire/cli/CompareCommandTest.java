package dev.umpire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.umpire.reports.model.Level;
import dev.umpire.reports.model.ResultEvent;
import dev.umpire.reports.model.ResultLog;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CompareCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void somethingWorseEndsWithOne() throws Exception {
        Path old = results("old", Map.of("A", Verdict.PASSED, "B", Verdict.FAILED, "C", Verdict.PASSED), null);
        Path now = results("new", Map.of("A", Verdict.FAILED, "B", Verdict.PASSED, "D", Verdict.PASSED), null);

        int code = umpire("compare", old.toString(), now.toString());

        assertThat(code).isEqualTo(1);
        assertThat(out.toString().lines())
                .containsExactly(
                        "node: 1 worse, 1 better, 1 new, 1 gone, 0 as before",
                        "  worse   A  passed -> failed",
                        "          broken",
                        "  better  B  failed -> passed",
                        "  new     D  not tried -> passed",
                        "  gone    C  passed -> not tried");
    }

    @Test
    void nothingWorseEndsWithZero() throws Exception {
        Path old = results("old", Map.of("A", Verdict.FAILED), null);

        assertThat(umpire("compare", old.toString(), old.toString())).isZero();
        assertThat(out.toString().lines()).containsExactly("node: 0 worse, 0 better, 1 as before");
    }

    @Test
    void aRuleThatHeldAndIsBlockedEndsWithOne() throws Exception {
        Path old = results("old", Map.of("A", Verdict.PASSED), null);
        Path now = results("new", Map.of("A", Verdict.BLOCKED), null);

        assertThat(umpire("compare", old.toString(), now.toString())).isEqualTo(1);
        assertThat(out.toString().lines())
                .containsExactly(
                        "node: 0 worse, 1 now blocked, 0 better, 0 as before", "  now blocked  A  passed -> blocked");
    }

    @Test
    void aRuleThatIsUndecidedNowEndsWithThreeUnlessSomethingIsWorse() throws Exception {
        Path old = results("old", Map.of("A", Verdict.PASSED, "B", Verdict.PASSED), null);
        Path undecided = results("undecided", Map.of("A", Verdict.UNDECIDED, "B", Verdict.PASSED), null);
        Path worse = results("worse", Map.of("A", Verdict.UNDECIDED, "B", Verdict.FAILED), null);

        assertThat(umpire("compare", old.toString(), undecided.toString())).isEqualTo(3);
        assertThat(umpire("compare", old.toString(), worse.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("  cannot tell  A  passed -> undecided");
    }

    @Test
    void aTargetThatTheNewRunDoesNotHaveEndsWithOne() throws Exception {
        Path old = results("old", Map.of("A", Verdict.PASSED), null, "node", "bun");
        Path now = results("new", Map.of("A", Verdict.PASSED), null, "node");

        assertThat(umpire("compare", old.toString(), now.toString())).isEqualTo(1);
        assertThat(out.toString().lines())
                .containsExactly(
                        "node: 0 worse, 0 better, 1 as before", "bun: gone, the new run does not have this target");
        assertThat(umpire("compare", old.toString(), now.toString(), "--markdown"))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains("## Umpire: 0 rules got worse, 0 better, 1 target gone\n")
                .contains("**bun is gone:** the new run does not have this target.");
        assertThat(umpire("compare", now.toString(), old.toString())).isZero();
    }

    @Test
    void aTargetThatWasNotJudgedEndsWithThree() throws Exception {
        Path old = results("old", Map.of("A", Verdict.PASSED), null);
        Path now = results("new", Map.of(), "is down");

        assertThat(umpire("compare", old.toString(), now.toString())).isEqualTo(3);
        assertThat(out.toString()).contains("  not judged to the end: is down");
    }

    @Test
    void showsTheSameAsJsonAndMarkdown() throws Exception {
        String old = results("old", Map.of("A", Verdict.PASSED), null).toString();
        String now = results("new", Map.of("A", Verdict.FAILED), null).toString();

        assertThat(umpire("compare", old, now, "--json")).isEqualTo(1);
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.path("worse").asBoolean()).isTrue();
        assertThat(json.at("/targets/0/worse/0/id").asText()).isEqualTo("A");
        assertThat(json.at("/targets/0/worse/0/after").asText()).isEqualTo("failed");
        out.getBuffer().setLength(0);
        assertThat(umpire("compare", old, now, "--markdown")).isEqualTo(1);
        assertThat(out.toString())
                .startsWith("## Umpire: 1 rule got worse, 0 better\n")
                .contains("| node | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |")
                .contains("- `A` the server does as told (passed → failed): broken");
    }

    @Test
    void wrongUsageEndsWithTwoAndWhatCannotBeReadWithThree() throws Exception {
        String old = results("old", Map.of("A", Verdict.PASSED), null).toString();

        assertThat(umpire("compare", old)).isEqualTo(2);
        assertThat(umpire("compare", old, old, "--json", "--markdown")).isEqualTo(2);
        assertThat(umpire("compare", old, folder.resolve("nothing").toString())).isEqualTo(3);
        assertThat(err.toString())
                .contains("Missing required parameter: 'NEW'")
                .contains("mutually exclusive")
                .contains("There is no folder " + folder.resolve("nothing"));
    }

    private Path results(String name, Map<String, Verdict> verdicts, @Nullable String problem) throws IOException {
        return results(name, verdicts, problem, "node");
    }

    private Path results(String name, Map<String, Verdict> verdicts, @Nullable String problem, String... targets)
            throws IOException {
        try (ResultLog log = ResultLog.create(folder.resolve(name))) {
            log.append(new ResultEvent.RunStarted(
                    ResultLog.SCHEMA, "1", "2026-01-01T00:00:00Z", List.of(), List.of(), List.of(), List.of()));
            for (String target : targets) {
                new TreeMap<>(verdicts)
                        .forEach((id, verdict) -> log.append(new ResultEvent.RuleFinished(rule(target, id, verdict))));
                log.append(new ResultEvent.TargetFinished(target, 5, problem));
            }
            log.append(new ResultEvent.RunFinished(5));
        }
        return folder.resolve(name);
    }

    private static RuleResult rule(String target, String id, Verdict verdict) {
        return new RuleResult(
                target,
                id,
                "events",
                Level.MUST,
                "SPECIFICATION",
                "does as told",
                List.of(),
                verdict,
                5,
                null,
                verdict == Verdict.FAILED ? "broken" : null,
                null,
                null,
                List.of(),
                null);
    }

    private int umpire(String... arguments) {
        CommandLine commandLine = Umpire.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }
}
