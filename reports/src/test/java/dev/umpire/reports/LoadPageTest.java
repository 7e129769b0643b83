package dev.umpire.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** The load part of a page, as it is written. */
class LoadPageTest {
    private static final String FAST = "//section[@aria-labelledby='load-fan-out']//table[contains(@class,'fast')]";

    @TempDir
    private Path folder;

    @Test
    void verdictsAndLossesComeBeforeFigures() throws IOException {
        // when
        HtmlPage page = page(SampleLoads.two(folder, 1));

        // then
        assertThat(page.text("//h1")).isEqualTo("✗ 1 of 2 servers is clean under load: node does not deliver cleanly");
        assertThat(words(page, "(//section[@aria-labelledby='load-fan-out']//table)[1]/tbody/tr[2]/*"))
                .containsExactly("node", "✗ not clean", "300", "300,000", "299,962", "38", "0", "2", "0");
        assertThat(page.text("//section[@aria-labelledby='load-fan-out']/p[@class='alarm']"))
                .isEqualTo("node 38 deliveries were lost.");
        assertThat(page.source().indexOf("38 deliveries were lost.</p>"))
                .isLessThan(page.source().indexOf("How fast fan-out was"));
        assertThat(page.one("//details//a").getAttribute("href")).isEqualTo("gatling/embedded/index.html");
    }

    @Test
    void whatWasToleratedIsSaid() throws IOException {
        // given
        Reports.Written written = Reports.write(SampleLoads.tolerated(folder, 1));

        // when
        HtmlPage page = HtmlPage.read(written.index());

        // then
        assertThat(written.results().conformant()).isTrue();
        assertThat(page.text("//section[@aria-labelledby='load-storm']/p[@class='remark'][1]"))
                .isEqualTo("Tolerated: 38 deliveries were lost.");
        assertThat(Files.readString(folder.resolve("junit.xml"))).contains("tolerated: 38 deliveries were lost.");
    }

    @Test
    void severalRoundsAreMediansWithTheirSpreadAndRatiosToTheFirstServer() throws IOException {
        // when
        HtmlPage page = page(SampleLoads.compared(folder, 1));

        // then
        assertThat(words(page, FAST + "/thead//th"))
                .containsExactly(
                        "Server", "Deliveries /s", "p50", "p99", "p99.9", "Fan-out p99", "CPU per delivery", "Memory");
        assertThat(words(page, FAST + "/tbody/tr[1]/*"))
                .startsWith("reference", "342,001limited by the harness340,501 – 343,501", "451 µs446 – 456 µs");
        assertThat(words(page, FAST + "/tbody/tr[2]/*"))
                .startsWith("node", "126,667126,111 – 127,2230.37×", "1.20 ms1.19 – 1.20 ms2.66× 2.64 – 2.68×")
                .endsWith("9.28 µs9.23 – 9.33 µs2.65× 2.63 – 2.68×", "66 MB0.37×");
        assertThat(words(page, "//section[@aria-labelledby='load-fan-out']/details//tbody/tr"))
                .hasSize(9);
    }

    @Test
    void whatAServerHasNotIsADashAndNothingIsDrawnOfOneServersCost() throws IOException {
        // when
        HtmlPage page = page(SampleLoads.two(folder, 1));

        // then
        assertThat(words(page, FAST + "/tbody/tr[1]/*")).startsWith("embedded").endsWith("–", "–");
        assertThat(words(page, FAST + "/tbody/tr[2]/*")).startsWith("node").endsWith("9.23 µs", "66 MB");
        assertThat(words(page, "//figure/figcaption"))
                .containsExactly("Deliveries per second over time", "Delivery latency over time p50p99p99.9");
    }

    @Test
    void aRampSaysHowFarItWasHeldAndWhyNotFurther() throws IOException {
        // when
        HtmlPage page = page(SampleLoads.one(folder, 1));

        // then
        assertThat(page.text("//section[@aria-labelledby='load-ramp']/p[@class='below']"))
                .isEqualTo("reference held 1,922 broadcasts/s; then: p99 delivery was 61 ms, above 50 ms");
        assertThat(words(page, "//section[@aria-labelledby='load-ramp']/details/div[2]//tbody/tr"))
                .hasSize(11)
                .last()
                .asString()
                .contains("not held");
    }

    @Test
    void whatTheHarnessLimitsIsSaidPlainly() throws IOException {
        // when
        HtmlPage page = page(SampleLoads.compared(folder, 1));

        // then
        assertThat(page.text("//section[@aria-labelledby='load-fan-out']/p[@class='remark']"))
                .isEqualTo("Limited by the harness. The harness itself receives 412,000 deliveries per second of this"
                        + " work, and reference came within 20 % of that: it may be faster than shown.");
    }

    @Test
    void expectationsAreAListTheUnmetFirst() throws IOException {
        // when
        HtmlPage page = page(SampleLoads.compared(folder, 1));

        // then
        assertThat(page.text("//section[contains(@class,'demands')]/p")).isEqualTo("1 of 2 expectations is not met.");
        assertThat(words(page, "//section[contains(@class,'demands')]//li"))
                .containsExactly(
                        "✗ not met node · fan-out: p99 delivery at most 4 ms; observed 4.75 ms",
                        "✓ met reference · fan-out: p99 delivery at most 5 ms; observed 1.76 ms");
        assertThat(page.text("//h1"))
                .startsWith(
                        "✗ 1 of 3 servers is clean under load: node delivers cleanly, but misses 1 of 1 expectation");
    }

    @Test
    void everyChartHasItsDataInWords() throws IOException {
        // when
        HtmlPage page = page(SampleLoads.compared(folder, 1));

        // then
        assertThat(page.all("//canvas"))
                .hasSize(7)
                .extracting(canvas -> canvas.getAttribute("aria-label"))
                .allSatisfy(words -> assertThat(words).contains("reference", "node", "netty-socketio"))
                .contains("Server CPU per delivery. reference: 3.50 µs. node: 9.28 µs. netty-socketio: 5.54 µs.");
    }

    @Test
    void theLibraryIsInAPageOnlyIfThereIsSomethingToDraw() throws IOException {
        // when
        HtmlPage rules = page(SampleRuns.clean(folder.resolve("rules"), 1));
        HtmlPage load = page(SampleLoads.one(folder.resolve("load"), 1));

        // then
        assertThat(rules.library()).isEmpty();
        assertThat(load.library())
                .hasValueSatisfying(library ->
                        assertThat(library).startsWith("/*!\n * Chart.js").doesNotContain("sourceMappingURL"));
        assertThat(load.source().length()).isLessThan(200_000);
    }

    @Test
    void runsThatDifferInFiguresOnlyDifferInMarkedLinesOnly() throws IOException {
        // given
        Path first = Reports.write(SampleLoads.compared(folder.resolve("a"), 1)).index();
        Path second =
                Reports.write(SampleLoads.compared(folder.resolve("b"), 2)).index();

        // then
        assertThat(Files.readString(first)).isNotEqualTo(Files.readString(second));
        assertThat(stableLines(first)).isEqualTo(stableLines(second)).hasSizeGreaterThan(500);
    }

    private static List<String> stableLines(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !line.contains("data-volatile")).toList();
        }
    }

    private static HtmlPage page(Path run) throws IOException {
        return HtmlPage.read(Reports.write(run).index());
    }

    private static List<String> words(HtmlPage page, String xpath) {
        return page.all(xpath).stream()
                .map(Element::getTextContent)
                .map(text -> text.replaceAll("\\s+", " ").strip())
                .toList();
    }
}
