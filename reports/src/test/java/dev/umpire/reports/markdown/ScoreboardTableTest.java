package dev.umpire.reports.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.reports.model.ResultEvent;
import dev.umpire.reports.model.RunResults;
import dev.umpire.reports.model.TargetInfo;
import dev.umpire.reports.model.TargetResults;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScoreboardTableTest {
    @Test
    void namesServersVersionsAndTheDay() {
        // given
        RunResults run = run(target("node", "socket.io/4.8.4", null), target("http://chat", null, "it died"));

        // when
        String table = ScoreboardTable.of(run);

        // then
        assertThat(table).isEqualTo("""
                        | server | version | tier | passed | failed | warned | noted | not applicable | blocked | undecided |
                        |---|---|---|---:|---:|---:|---:|---:|---:|---:|
                        | node | socket.io/4.8.4 | umpire | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
                        | http://chat (not judged to the end) | – | umpire | 0 | 0 | 0 | 0 | 0 | 0 | 0 |

                        Umpire 0.1.0, 2026-03-02.
                        """);
    }

    @Test
    void aServersNameIsTextAndNothingElse() {
        // given
        RunResults run = run(target("a|b", "<img src=x>\n[link](http://x)", null));

        // when
        String table = ScoreboardTable.of(run);

        // then
        assertThat(table.lines().skip(2).findFirst())
                .hasValueSatisfying(row ->
                        assertThat(row).startsWith("| a\\|b | \\<img src=x\\> \\[link\\](http://x) | umpire | 0 |"));
    }

    private static RunResults run(TargetResults... targets) {
        ResultEvent.RunStarted started = new ResultEvent.RunStarted(
                1, "0.1.0", "2026-03-02T10:15:30Z", List.of(), List.of(), List.of(), List.of());
        return new RunResults(started, List.of(targets), 1L, List.of());
    }

    private static TargetResults target(String name, @Nullable String server, @Nullable String problem) {
        TargetInfo info = new TargetInfo(name, "http://127.0.0.1:1/", "umpire", server, List.of(), 1, 1, 1);
        return new TargetResults(name, info, List.of(), List.of(), List.of(), 1, problem);
    }
}
