package dev.umpire.reports.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.umpire.reports.Sketch;
import dev.umpire.reports.model.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "PASSED, FAILED, WORSE",
        "PASSED, WARNED, WORSE",
        "PASSED, NOT_APPLICABLE, WORSE",
        "NOT_APPLICABLE, FAILED, WORSE",
        "FAILED, PASSED, BETTER",
        "FAILED, WARNED, BETTER",
        "FAILED, NOT_APPLICABLE, BETTER",
        "PASSED, BLOCKED, BLOCKED",
        "PASSED, UNDECIDED, UNDECIDED",
        "FAILED, UNDECIDED, UNDECIDED",
        "FAILED, BLOCKED, UNCLEAR",
        "NOT_APPLICABLE, BLOCKED, UNCLEAR",
        "BLOCKED, FAILED, UNCLEAR",
        "BLOCKED, UNDECIDED, UNCLEAR",
        "UNDECIDED, PASSED, UNCLEAR"
    })
    void aVerdictThatChangedIsNamed(Verdict before, Verdict after, Change.Kind kind) throws IOException {
        // when
        Comparison comparison =
                compare(new Sketch().rule("node", "A", before, null), new Sketch().rule("node", "A", after, null));

        // then
        assertThat(comparison.targets().get(0).changes())
                .containsExactly(new Change(kind, "A", "does as told", before, after, ""));
        assertThat(comparison.worse()).isEqualTo(kind == Change.Kind.WORSE || kind == Change.Kind.BLOCKED);
        assertThat(comparison.incomplete()).isEqualTo(kind == Change.Kind.UNDECIDED);
    }

    @Test
    void whatStayedIsCountedOnly() throws IOException {
        // when
        Comparison comparison = compare(
                new Sketch().rule("node", "A", Verdict.FAILED, "after 12 ms"),
                new Sketch().rule("node", "A", Verdict.FAILED, "after 30 ms"));

        // then
        assertThat(comparison.targets().get(0).changes()).isEmpty();
        assertThat(comparison.targets().get(0).same()).isEqualTo(1);
    }

    @Test
    void aRuleThatIsBrokenInAnotherWayIsNamedAndNotWorse() throws IOException {
        // when
        Comparison comparison = compare(
                new Sketch().rule("node", "A", Verdict.FAILED, "HTTP 400"),
                new Sketch().rule("node", "A", Verdict.FAILED, "HTTP 500"));

        // then
        assertThat(comparison.count(Change.Kind.OTHERWISE)).isEqualTo(1);
        assertThat(comparison.worse()).isFalse();
    }

    @Test
    void rulesAndTargetsComeAndRulesGo() throws IOException {
        // when
        Comparison comparison = compare(
                new Sketch().rule("node", "A", Verdict.PASSED, null),
                new Sketch().rule("node", "B", Verdict.FAILED, "x").rule("deno", "A", Verdict.PASSED, null));

        // then
        assertThat(comparison.targets()).extracting(TargetComparison::name).containsExactly("node", "deno");
        assertThat(comparison.targets().get(0).changes())
                .extracting(Change::kind)
                .containsExactly(Change.Kind.NEW, Change.Kind.GONE);
        assertThat(comparison.targets().get(1).count(Change.Kind.NEW)).isEqualTo(1);
        assertThat(comparison.worse()).isFalse();
    }

    @Test
    void aTargetThatVanishedIsWorse() throws IOException {
        // when
        Comparison comparison = compare(
                new Sketch().rule("node", "A", Verdict.PASSED, null).rule("bun", "A", Verdict.PASSED, null),
                new Sketch().rule("node", "A", Verdict.PASSED, null));

        // then
        assertThat(comparison.targets())
                .extracting(TargetComparison::name, TargetComparison::vanished)
                .containsExactly(tuple("node", false), tuple("bun", true));
        assertThat(comparison.targets().get(1).count(Change.Kind.GONE)).isEqualTo(1);
        assertThat(comparison.worse()).isTrue();
    }

    @Test
    void aSingleTargetIsComparedUnderAnyName() throws IOException {
        // when
        Comparison comparison = compare(
                new Sketch().rule("http://localhost:1/", "A", Verdict.PASSED, null),
                new Sketch().rule("http://localhost:2/", "A", Verdict.FAILED, null));

        // then
        assertThat(comparison.targets()).hasSize(1);
        assertThat(comparison.targets().get(0).formerName()).isEqualTo("http://localhost:1/");
        assertThat(comparison.worse()).isTrue();
    }

    @Test
    void aTargetThatCouldNotBeJudgedMakesItIncomplete() throws IOException {
        // when
        Comparison comparison =
                compare(new Sketch().rule("node", "A", Verdict.PASSED, null), new Sketch().problem("node", "is down"));

        // then
        assertThat(comparison.incomplete()).isTrue();
        assertThat(comparison.worse()).isFalse();
    }

    private Comparison compare(Sketch before, Sketch after) throws IOException {
        return Comparison.of(before.read(folder.resolve("before")), after.read(folder.resolve("after")));
    }
}
