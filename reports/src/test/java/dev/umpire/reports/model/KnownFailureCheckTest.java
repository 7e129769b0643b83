package dev.umpire.reports.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.reports.Sketch;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownFailureCheckTest {
    @TempDir
    Path folder;

    @Test
    void aFailureThatIsListedDoesNotFailTheRun() throws IOException {
        // when
        RunResults results = new Sketch()
                .rule("node", "A", Verdict.FAILED, "closed after 12 ms")
                .known("A", "node", "closed after 99 ms")
                .read(folder);

        // then
        assertThat(results.conformant()).isTrue();
        assertThat(results.stale()).isEmpty();
        assertThat(results.targets().get(0).knownFailures()).isEqualTo(1);
        assertThat(results.targets().get(0).counts().of(Verdict.FAILED)).isEqualTo(1);
    }

    @Test
    void aFailureThatIsNotListedFailsTheRunBesideOneThatIs() throws IOException {
        // when
        RunResults results = new Sketch()
                .rule("node", "A", Verdict.FAILED, null)
                .rule("node", "B", Verdict.FAILED, null)
                .known("A", "node", null)
                .read(folder);

        // then
        assertThat(results.conformant()).isFalse();
        assertThat(results.targets().get(0).unexpectedFailures()).isEqualTo(1);
    }

    @Test
    void aListedFailureOfAnotherTargetExcusesNothing() throws IOException {
        // when
        RunResults results = new Sketch()
                .rule("node", "A", Verdict.FAILED, null)
                .rule("bun", "A", Verdict.PASSED, null)
                .known("A", "bun", null)
                .read(folder);

        // then
        assertThat(results.targets().get(0).unexpectedFailures()).isEqualTo(1);
        assertThat(results.stale())
                .extracting(StaleEntry::text)
                .containsExactly("known.tsv, line 2: A passes now on bun; delete the line");
    }

    @ParameterizedTest
    @CsvSource({
        "PASSED, PASSED, 'known.tsv, line 2: A passes now on node; delete the line'",
        "NOT_APPLICABLE, NOT_APPLICABLE, 'known.tsv, line 2: A does not apply to node; delete the line'",
        "FAILED, OTHER_MESSAGE, 'known.tsv, line 2: A says something else on node: HTTP 400 after … ms; this is another failure: mend it, or change the message'",
        "WARNED, OTHER_MESSAGE, 'known.tsv, line 2: A says something else on node: HTTP 400 after … ms; this is another failure: mend it, or change the message'"
    })
    void anEntryThatIsNotBorneOutFailsTheRun(Verdict verdict, StaleEntry.Kind kind, String text) throws IOException {
        // when
        RunResults results = new Sketch()
                .rule("node", "A", verdict, "HTTP 400 after 12 ms")
                .known("A", "node", "HTTP 500 after … ms")
                .read(folder);

        // then
        assertThat(results.conformant()).isFalse();
        assertThat(results.targets().get(0).known()).isEmpty();
        assertThat(results.stale()).extracting(StaleEntry::kind).containsExactly(kind);
        assertThat(results.stale()).extracting(StaleEntry::text).containsExactly(text);
    }

    @ParameterizedTest
    @CsvSource({"PASSED", "FAILED", "WARNED", "BLOCKED", "UNDECIDED"})
    void aRuleThatWaversMayHoldAndMayNot(Verdict verdict) throws IOException {
        // when
        RunResults results = new Sketch()
                .rule("node", "A", verdict, "closed")
                .known("A", "node", "wavers: two timers race", "closed")
                .read(folder);

        // then
        assertThat(results.conformant()).isTrue();
        assertThat(results.stale()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"FAILED, OTHER_MESSAGE", "NOT_APPLICABLE, NOT_APPLICABLE"})
    void aRuleThatWaversIsExcusedForNothingElse(Verdict verdict, StaleEntry.Kind kind) throws IOException {
        // when
        RunResults results = new Sketch()
                .rule("node", "A", verdict, "HTTP 400")
                .known("A", "node", "wavers: two timers race", "HTTP 500")
                .read(folder);

        // then
        assertThat(results.stale()).extracting(StaleEntry::kind).containsExactly(kind);
    }

    @ParameterizedTest
    @CsvSource({"BLOCKED", "UNDECIDED"})
    void anEntryWaitsWhereTheRunCouldNotTell(Verdict verdict) throws IOException {
        // when
        RunResults results = new Sketch()
                .rule("node", "A", verdict, null)
                .known("A", "node", null)
                .read(folder);

        // then
        assertThat(results.stale()).isEmpty();
    }

    @Test
    void anEntryWaitsWhereItsRuleWasNotTried() throws IOException {
        // when
        RunResults results = new Sketch()
                .rule("node", "B", Verdict.PASSED, null)
                .known("A", "node", null)
                .read(folder);

        // then
        assertThat(results.conformant()).isTrue();
    }

    @Test
    void anEntryOfARuleThatDoesNotExistSaysWhatWasMeant() throws IOException {
        // when
        RunResults results = new Sketch()
                .rule("node", "SIO-ACK", Verdict.PASSED, null)
                .known("SIO-ACC", "node", null)
                .misnamed("SIO-ACC", "SIO-ACK")
                .read(folder);

        // then
        assertThat(results.stale())
                .extracting(StaleEntry::text)
                .containsExactly("known.tsv, line 2: SIO-ACC is no rule (did you mean SIO-ACK?);"
                        + " correct the id, or delete the line");
    }

    @Test
    void anEntryOfATargetThatIsNotInTheRunIsUnmatched() throws IOException {
        // when
        RunResults results = new Sketch()
                .rule("node", "A", Verdict.PASSED, null)
                .rule("bun", "A", Verdict.PASSED, null)
                .known("A", "deno", null)
                .read(folder);

        // then
        assertThat(results.conformant()).isFalse();
        assertThat(results.stale())
                .extracting(StaleEntry::text)
                .containsExactly("known.tsv, line 2: A names the target deno, but this run has node, bun;"
                        + " correct the target, or delete the line");
    }

    @Test
    void aStarStandsForEveryTargetAndStaysWhileOneOfThemBreaksTheRule() throws IOException {
        // when
        RunResults results = new Sketch()
                .rule("node", "A", Verdict.PASSED, null)
                .rule("bun", "A", Verdict.FAILED, null)
                .rule("node", "B", Verdict.PASSED, null)
                .rule("bun", "B", Verdict.PASSED, null)
                .known("A", "*", null)
                .known("B", "*", null)
                .read(folder);

        // then
        assertThat(results.targets()).allMatch(TargetResults::conformant);
        assertThat(results.stale()).extracting(stale -> stale.entry().line()).containsExactly(3);
    }
}
