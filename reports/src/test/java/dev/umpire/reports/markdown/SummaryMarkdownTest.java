package dev.umpire.reports.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.reports.Sketch;
import dev.umpire.reports.model.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryMarkdownTest {
    @TempDir
    Path folder;

    @Test
    void showsCountsAndWhatBroke() throws IOException {
        // when
        String text = SummaryMarkdown.of(new Sketch()
                .rule("node", "A", Verdict.PASSED, null)
                .rule("node", "B", Verdict.FAILED, "closed | <b>*now*</b>")
                .rule("node", "C", Verdict.FAILED, "x")
                .known("C", "node", null)
                .known("A", "node", null)
                .read(folder));

        // then
        assertThat(text).isEqualTo("""
                ## Umpire: not conformant

                | target | passed | failed | of these known |
                |---|---:|---:|---:|
                | node | 1 | 2 | 1 |

                <details open>
                <summary>Lines of the list of known failures to change: 1</summary>

                - known.tsv, line 3\\: A passes now on node; delete the line

                </details>

                <details open>
                <summary>Broken on node: 1</summary>

                - `B` the server does as told: closed \\| &lt;b&gt;\\*now\\*&lt;/b&gt;

                </details>

                <details open>
                <summary>Known failures on node: 1</summary>

                - `C` the server does as told: x (known: as agreed)

                </details>
                """);
    }

    @Test
    void aRunThatCouldNotTellIsNotCalledConformant() throws IOException {
        assertThat(SummaryMarkdown.of(new Sketch()
                        .rule("node", "A", Verdict.UNDECIDED, "busy")
                        .read(folder)))
                .startsWith("## Umpire: not judged to the end\n");
        assertThat(SummaryMarkdown.of(new Sketch().problem("node", "is down").read(folder)))
                .startsWith("## Umpire: not judged to the end\n")
                .contains("**node could not be judged to the end:** is down");
        assertThat(SummaryMarkdown.of(
                        new Sketch().rule("node", "A", Verdict.PASSED, null).read(folder)))
                .startsWith("## Umpire: conformant\n");
    }

    @Test
    void longListsAreFoldedAndCut() throws IOException {
        // given
        Sketch run = new Sketch();
        for (int i = 0; i < 400; i++) {
            run.rule("node", "RULE-" + i, Verdict.FAILED, "x");
        }

        // when
        String text = SummaryMarkdown.of(run.read(folder));

        // then
        assertThat(text).contains("<details>\n<summary>Broken on node: 400</summary>", "- 300 more: see the report");
    }

    @Test
    void itStaysFarBelowWhatGithubTakes() throws IOException {
        // given
        Sketch run = new Sketch();
        for (int target = 0; target < 30; target++) {
            for (int i = 0; i < 120; i++) {
                run.rule("server-" + target, "RULE-" + i, Verdict.FAILED, "\u0001<&".repeat(1000));
            }
        }

        // when
        String text = SummaryMarkdown.of(run.read(folder));

        // then
        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThan(256 * 1024);
        assertThat(text).contains("| server\\-29 | 0 | 120 |", "more: see the report");
    }
}
