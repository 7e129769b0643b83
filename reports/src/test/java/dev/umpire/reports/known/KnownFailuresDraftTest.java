package dev.umpire.reports.known;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.reports.Sketch;
import dev.umpire.reports.model.RunResults;
import dev.umpire.reports.model.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownFailuresDraftTest {
    @TempDir
    Path folder;

    @Test
    void aNewListHoldsWhatFailedWithWhatVariesLeftOut() throws IOException {
        // given
        RunResults results = new Sketch()
                .rule("node", "A", Verdict.FAILED, "still open\tafter 12 ms\non /dynamic-1234")
                .rule("node", "B", Verdict.WARNED, "slow")
                .rule("bun", "A", Verdict.FAILED, null)
                .read(folder);

        // when
        KnownFailuresDraft draft = KnownFailuresDraft.of(results, null, Map.of());

        // then
        assertThat(draft.lines())
                .containsExactly(
                        "rule\ttarget\treason\tmessage",
                        "A\tnode\t(say why)\tstill open after … ms on /dynamic-…",
                        "A\tbun\t(say why)\t");
        assertThat(draft.added()).isEqualTo(2);
    }

    @Test
    void reasonsCommentsAndWhatTheRunSaysNothingAboutStay() throws IOException {
        // given
        KnownFailuresFile before = list("""
                # ours
                rule\ttarget\treason
                FAILS\tnode\twell known
                PASSES\tnode\tmended since
                CHANGED\tnode\tsays else\tHTTP 500
                UNTRIED\tnode\tanother suite
                FAILS\tpython\tanother run
                TYPO\tnode\tno rule
                """);
        RunResults results = new Sketch()
                .rule("node", "FAILS", Verdict.FAILED, "x")
                .rule("node", "PASSES", Verdict.PASSED, null)
                .rule("node", "CHANGED", Verdict.FAILED, "HTTP 400")
                .rule("node", "NEW", Verdict.FAILED, "y")
                .read(folder);

        // when
        KnownFailuresDraft draft = KnownFailuresDraft.of(results, before, Map.of("TYPO", "TYPE"));

        // then
        assertThat(draft.lines())
                .containsExactly(
                        "# ours",
                        "rule\ttarget\treason\tmessage",
                        "FAILS\tnode\twell known",
                        "CHANGED\tnode\tsays else\tHTTP 400",
                        "UNTRIED\tnode\tanother suite",
                        "FAILS\tpython\tanother run",
                        "NEW\tnode\t(say why)\ty");
        assertThat(draft.added()).isEqualTo(1);
        assertThat(draft.changed()).isEqualTo(1);
        assertThat(draft.removed()).isEqualTo(2);
    }

    @Test
    void aFailureThatAStarExpectsOtherwiseGetsALineOfItsOwn() throws IOException {
        // given
        KnownFailuresFile before = list("rule\ttarget\treason\tmessage\nA\t*\twhy\tclosed\n");
        RunResults results = new Sketch()
                .rule("node", "A", Verdict.FAILED, "closed")
                .rule("bun", "A", Verdict.FAILED, "open")
                .read(folder);

        // when
        KnownFailuresDraft draft = KnownFailuresDraft.of(results, before, Map.of());

        // then
        assertThat(draft.lines())
                .containsExactly("rule\ttarget\treason\tmessage", "A\t*\twhy\tclosed", "A\tbun\t(say why)\topen");
    }

    @Test
    void whatIsDraftedIsBorneOutByTheSameRun() throws IOException {
        // given
        Sketch run = new Sketch()
                .rule("node", "A", Verdict.FAILED, "\u001e … 12 \ud800 ".repeat(60))
                .rule("node", "B", Verdict.FAILED, "");
        Path file = folder.resolve("lists/known.tsv");

        // when
        KnownFailuresDraft.of(run.read(folder), null, Map.of()).write(file);

        // then
        KnownFailuresFile.read(file)
                .entries()
                .forEach(entry -> run.known(entry.rule(), entry.target(), entry.message()));
        assertThat(run.read(folder).conformant()).isTrue();
    }

    private KnownFailuresFile list(String text) throws IOException {
        return KnownFailuresFile.read(Files.writeString(folder.resolve("known.tsv"), text));
    }
}
