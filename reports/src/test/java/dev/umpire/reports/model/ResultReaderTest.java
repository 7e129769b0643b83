package dev.umpire.reports.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultReaderTest {
    private static final String START =
            "{\"type\":\"run started\",\"schema\":1,\"umpire\":\"9\",\"startedAt\":\"2026-01-01T00:00:00Z\",\"command\":[]}\n";

    @TempDir
    Path folder;

    @Test
    void readsWhatTheLogWrote() throws IOException {
        // given
        TargetInfo info = new TargetInfo("node", "http://x/", "echo", null, List.of(), 25, 20, 1000);
        try (ResultLog log = ResultLog.create(folder)) {
            log.append(start());
            log.append(new ResultEvent.TargetStarted(info));
            log.append(new ResultEvent.RuleFinished(rule("node", "B-1", "b", Verdict.FAILED)));
            log.append(new ResultEvent.RuleFinished(rule("node", "A-2", "a", Verdict.PASSED)));
            log.append(new ResultEvent.RuleFinished(rule("node", "A-1", "a", Verdict.PASSED)));
            log.append(new ResultEvent.TargetFinished("node", 12, null));
            log.append(new ResultEvent.RunFinished(13));
        }

        // when
        RunResults results = ResultReader.read(folder);

        // then
        assertThat(results.run()).isEqualTo(start());
        assertThat(results.millis()).isEqualTo(13);
        assertThat(results.remarks()).isEmpty();
        assertThat(results.targets()).singleElement().satisfies(target -> {
            assertThat(target.info()).isEqualTo(info);
            assertThat(target.rules()).extracting(RuleResult::id).containsExactly("B-1", "A-1", "A-2");
            assertThat(target.counts().of(Verdict.PASSED)).isEqualTo(2);
            assertThat(target.counts().of(Verdict.FAILED)).isEqualTo(1);
            assertThat(target.counts().total()).isEqualTo(3);
            assertThat(target.millis()).isEqualTo(12);
            assertThat(target.conformant()).isFalse();
        });
        assertThat(results.conformant()).isFalse();
    }

    @Test
    void keepsHalfASurrogatePair() throws IOException {
        // given
        String half = "42[\"\ud83c\"]";
        try (ResultLog log = ResultLog.create(folder)) {
            log.append(start());
            log.append(new ResultEvent.TargetFinished("node", 1, half));
        }

        // when
        RunResults results = ResultReader.read(folder);

        // then
        assertThat(results.targets().get(0).problem()).isEqualTo(half);
    }

    @Test
    void aTargetThatOnlyWarnedIsConformant() throws IOException {
        // given
        try (ResultLog log = ResultLog.create(folder)) {
            log.append(start());
            log.append(new ResultEvent.RuleFinished(rule("node", "A-1", "a", Verdict.WARNED)));
            log.append(new ResultEvent.TargetFinished("node", 12, null));
            log.append(new ResultEvent.RunFinished(13));
        }

        // when
        RunResults results = ResultReader.read(folder);

        // then
        assertThat(results.conformant()).isTrue();
    }

    @Test
    void aTargetThatNeverStartedHasNoInfoAndIsNotConformant() throws IOException {
        // given
        try (ResultLog log = ResultLog.create(folder)) {
            log.append(start());
            log.append(new ResultEvent.TargetFinished("gone", 0, "Nothing listens there."));
            log.append(new ResultEvent.RunFinished(13));
        }

        // when
        RunResults results = ResultReader.read(folder);

        // then
        assertThat(results.targets()).singleElement().satisfies(target -> {
            assertThat(target.info()).isNull();
            assertThat(target.problem()).isEqualTo("Nothing listens there.");
        });
        assertThat(results.conformant()).isFalse();
    }

    @Test
    void keepsWhatIsWholeWhenTheLastLineWasCut() throws IOException {
        // given
        try (ResultLog log = ResultLog.create(folder)) {
            log.append(start());
            log.append(new ResultEvent.RuleFinished(rule("node", "A-1", "a", Verdict.PASSED)));
        }
        byte[] cut = "{\"type\":\"rule finished\",\"rule\":{\"says\":\"é".getBytes(StandardCharsets.UTF_8);
        try (var out = Files.newOutputStream(folder.resolve(ResultLog.FILE_NAME), StandardOpenOption.APPEND)) {
            // even in the middle of a character
            out.write(cut, 0, cut.length - 1);
        }

        // when
        RunResults results = ResultReader.read(folder);

        // then
        assertThat(results.remarks())
                .containsExactly(
                        "The last line of results.ndjson is incomplete, as after a crash, and was left out.",
                        "The run did not end in an orderly way: what was recorded until then is shown.");
        assertThat(results.millis()).isNull();
        assertThat(results.targets()).singleElement().satisfies(target -> {
            assertThat(target.rules()).hasSize(1);
            assertThat(target.problem()).isEqualTo("The run stopped before it was done with this target.");
            assertThat(target.conformant()).isFalse();
        });
    }

    @Test
    void saysWhatToDoWithoutAFolder() {
        // given
        Path missing = folder.resolve("missing");

        // then
        assertThatThrownBy(() -> ResultReader.read(missing))
                .isInstanceOf(UnreadableResultsException.class)
                .hasMessage("There is no folder " + missing
                        + ". Name the folder that a run wrote (the --out of that run), or run `umpire run` first.");
    }

    @Test
    void saysWhatToDoWithoutAFile() {
        assertThatThrownBy(() -> ResultReader.read(folder))
                .isInstanceOf(UnreadableResultsException.class)
                .hasMessage(
                        "The folder " + folder
                                + " has no results.ndjson. Name the folder that a run wrote (the --out of that run), or run `umpire run` first.");
    }

    @Test
    void saysWhatToDoAboutAnotherSchema() throws IOException {
        // given
        Path file = write(START.replace("\"schema\":1", "\"schema\":7"));

        // then
        assertThatThrownBy(() -> ResultReader.read(folder))
                .isInstanceOf(UnreadableResultsException.class)
                .hasMessage(
                        file
                                + " has schema 7, written by Umpire 9; this Umpire reads schema 1. Read it with the Umpire that wrote it, or run again.");
    }

    @Test
    void saysWhichLineIsDamaged() throws IOException {
        // given
        Path file = write(START + "{\"type\":\"rule finished\"}\n" + "{\"type\":\"run finished\",\"millis\":1}\n");

        // then
        assertThatThrownBy(() -> ResultReader.read(folder))
                .isInstanceOf(UnreadableResultsException.class)
                .hasMessage(
                        "Line 2 of " + file
                                + " is not a result event: it lacks a rule with an id, a suite and a verdict. The file was changed or damaged after the run; run again.");
    }

    @Test
    void wantsToKnowTheSchemaFirst() throws IOException {
        // given
        write("{\"type\":\"run finished\",\"millis\":1}\n");

        // then
        assertThatThrownBy(() -> ResultReader.read(folder))
                .isInstanceOf(UnreadableResultsException.class)
                .hasMessageContaining("does not begin with \"run started\"");
    }

    @Test
    void anEmptyFileIsNoRun() throws IOException {
        // given
        write("");

        // then
        assertThatThrownBy(() -> ResultReader.read(folder))
                .isInstanceOf(UnreadableResultsException.class)
                .hasMessageContaining("is empty: the run stopped before it began");
    }

    @Test
    void componentsOfALaterVersionAreIgnored() throws IOException {
        // given
        write(START.replace("\"schema\"", "\"host\":\"x\",\"schema\""));

        // then
        assertThat(ResultReader.read(folder).run().umpire()).isEqualTo("9");
    }

    private Path write(String lines) throws IOException {
        return Files.writeString(folder.resolve(ResultLog.FILE_NAME), lines);
    }

    private static ResultEvent.RunStarted start() {
        return new ResultEvent.RunStarted(
                ResultLog.SCHEMA,
                "0.1.0",
                "2026-01-01T00:00:00Z",
                List.of("umpire", "run"),
                List.of("b", "a"),
                List.of(),
                List.of());
    }

    private static RuleResult rule(String target, String id, String suite, Verdict verdict) {
        @Nullable String none = null;
        return new RuleResult(
                target,
                id,
                suite,
                Level.MUST,
                "SPECIFICATION",
                "answers",
                List.of(),
                verdict,
                1,
                null,
                none,
                none,
                none,
                List.of(),
                none);
    }
}
