package dev.umpire.reports.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.reports.SampleLoads;
import dev.umpire.reports.model.ResultReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTablesTest {
    @TempDir
    private Path folder;

    @Test
    void expectationsAndMediansWithRatiosStandInTheSummary() throws IOException {
        // when
        String text = SummaryMarkdown.of(ResultReader.read(SampleLoads.compared(folder, 1)));

        // then
        assertThat(text)
                .startsWith("## Umpire: not conformant\n")
                .contains(
                        "\n- **not met:** node, fan\\-out\\: p99 delivery at most 4 ms, observed 4.75 ms\n- met: reference,")
                .contains("""
                        | target | verdict | lost | Deliveries /s | p50 | p99 | p99.9 | Fan-out p99 | CPU per delivery | Memory |
                        |---|---|---:|---:|---:|---:|---:|---:|---:|---:|
                        | reference | clean | 0 | 342,001 | 451 µs |""")
                .contains("| node | clean | 0 | 126,667 (0.37×) | 1.20 ms (2.66×) |")
                .contains("| netty\\-socketio | **not clean** | 38 | 213,751 (0.63×) |")
                .contains("\nLimited by the harness, may be faster: reference.\n")
                .contains("- fan\\-out\\: Round 2\\: 12 deliveries were lost.");
    }
}
