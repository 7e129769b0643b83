package dev.umpire.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** Whole folders: what is written, that it contacts nobody, that two runs diff cleanly. */
class ReportsTest {
    @TempDir
    Path folder;

    @Test
    void writesEverythingBesideTheResults() throws IOException {
        // given
        Path run = SampleRuns.one(folder, 1);

        // when
        Reports.Written written = Reports.write(run);

        // then
        assertThat(List.of(written.index(), written.junit(), written.summary())).allMatch(Files::isRegularFile);
        assertThat(written.allure()).isNull();
        assertThat(written.results().conformant()).isFalse();
    }

    @Test
    void writesAllureWhenThereAreAllureResults() throws IOException {
        // given
        Path run = SampleRuns.clean(folder, 1);
        Files.createDirectory(run.resolve("allure-results"));

        // when
        Reports.Written written = Reports.write(run);

        // then
        assertThat(written.allure()).isEqualTo(run.resolve("allure.html")).isRegularFile();
        assertThat(HtmlPage.read(written.index()).all("//footer//a[@href='allure.html']"))
                .hasSize(1);
    }

    @Test
    void thePageLoadsNothingAndMayNot() throws IOException {
        for (Path run : List.of(
                SampleRuns.one(folder.resolve("one"), 1),
                SampleRuns.three(folder.resolve("three"), 1),
                SampleLoads.compared(folder.resolve("load"), 1))) {
            // when
            HtmlPage page = HtmlPage.read(Reports.write(run).index());

            // then
            assertThat(page.all("//*[@src or @srcset or @action or @style or @onclick or @background]"))
                    .isEmpty();
            assertThat(page.all("//link"))
                    .extracting(link -> link.getAttribute("href"))
                    .containsExactly("data:,");
            assertThat(page.code("style")).doesNotContain("url(", "@import");
            assertThat(page.code("script")).doesNotContain("http", "fetch", "XMLHttpRequest", "sendBeacon", "import(");
            assertThat(page.one("//meta[@http-equiv]").getAttribute("content"))
                    .isEqualTo(
                            "default-src 'none'; style-src '%s'; script-src '%s'%s; img-src data:; base-uri 'none'; form-action 'none'"
                                    .formatted(
                                            hash(page.code("style")),
                                            hash(page.code("script")),
                                            page.library()
                                                    .map(library -> " '" + hash(library) + "'")
                                                    .orElse("")));
        }
    }

    @Test
    void runsThatDifferInTimesPortsAndSidsOnlyDifferInMarkedLinesOnly() throws IOException {
        // given
        Path first = Reports.write(SampleRuns.three(folder.resolve("first"), 1)).index();
        Path second =
                Reports.write(SampleRuns.three(folder.resolve("second"), 2)).index();

        // when
        List<String> firstLines = stableLines(first);
        List<String> secondLines = stableLines(second);

        // then
        assertThat(Files.readString(first)).isNotEqualTo(Files.readString(second));
        assertThat(firstLines).isEqualTo(secondLines).hasSizeGreaterThan(500);
    }

    @Test
    void everyLinkWithinThePageHasItsGoalAndEveryIdIsUnique() throws IOException {
        for (Path run :
                List.of(SampleRuns.one(folder.resolve("one"), 1), SampleRuns.three(folder.resolve("three"), 1))) {
            // given
            HtmlPage page = HtmlPage.read(Reports.write(run).index());

            // when
            List<String> ids = page.all("//*[@id]").stream()
                    .map(element -> element.getAttribute("id"))
                    .toList();
            Stream<String> goals = page.all("//a[starts-with(@href, '#')]").stream()
                    .map(link -> link.getAttribute("href").substring(1));

            // then
            assertThat(ids).doesNotHaveDuplicates();
            assertThat(goals.distinct()).isNotEmpty().isSubsetOf(ids);
        }
    }

    @Test
    void aLongRunIsAFileThatOpensAtOnce() throws IOException {
        // when
        Path index = Reports.write(SampleRuns.one(folder, 1)).index();

        // then
        assertThat(Files.size(index)).isLessThan(500_000);
    }

    @Test
    void openIsWhatFailedAndNothingElse() throws IOException {
        // when
        HtmlPage page = HtmlPage.read(Reports.write(SampleRuns.one(folder, 1)).index());

        // then
        assertThat(page.text("//h1")).isEqualTo("✗ node breaks 2 rules of 124");
        assertThat(page.all("//details[contains(@class, 'rule')]")).hasSize(124);
        assertThat(page.all("//details[contains(@class, 'rule')][@open]"))
                .extracting(rule -> rule.getAttribute("id"))
                .containsExactly("SIO-EMIT-004", "WS-HANDSHAKE-003");
        assertThat(page.all("//section[@class='broken']//a"))
                .extracting(link -> link.getAttribute("href"))
                .containsExactly("#SIO-EMIT-004", "#WS-HANDSHAKE-003");
    }

    @Test
    void aPanelShowsTheEvidence() throws IOException {
        // when
        HtmlPage page = HtmlPage.read(Reports.write(SampleRuns.one(folder, 1)).index());

        // then
        String panel = "//details[@id='WS-HANDSHAKE-003']";
        assertThat(page.text(panel + "/summary"))
                .matches("✗ failed WS-HANDSHAKE-003 closes with 1002 on a frame that is not masked MUST \\d+ ms");
        assertThat(page.one(panel + "//p[@class='source']/a[1]").getAttribute("href"))
                .isEqualTo("https://socket.io/docs/v4/ws-handshake#x");
        assertThat(page.text(panel + "//p[@class='source']")).startsWith("MUST, says RFC 6455 · RFC 6455, ");
        assertThat(page.text(panel + "//div[@class='expected']"))
                .isEqualTo("Expectedclose frame 1002, or the connection ends within 5000 ms");
        assertThat(page.text(panel + "//div[@class='observed']"))
                .isEqualTo(
                        "Observedthe server answered with text frame 42[\"message-back\",\"<b>&amp;\"] after 12 ms and the connection stayed open");
        assertThat(page.one(panel + "//div[@class='reproducer']//code").getTextContent())
                .isEqualTo(
                        "printf '\\x81\\x05hello' | nc 127.0.0.1 3000\ncurl -sv 'http://127.0.0.1:3000/socket.io/?EIO=4&transport=polling'");
        assertThat(page.all(panel + "//ol/li")).hasSize(19);
        assertThat(page.all(panel + "//ol/li[6]"))
                .singleElement()
                .satisfies(row -> assertThat(row.getTextContent())
                        .contains(
                                "alice to server, text frame",
                                "message · EVENT \"message\" 0",
                                "42[\"message\",0,\"hello\"]"));
    }

    @Test
    void aHugeTranscriptIsCutAndSaysSo() throws IOException {
        // when
        HtmlPage page = HtmlPage.read(Reports.write(SampleRuns.one(folder, 1)).index());

        // then
        String rows = "//details[@id='SIO-ORDER-001']//ol/li";
        assertThat(page.all(rows)).hasSize(21);
        assertThat(page.text(rows + "[@class='omitted']"))
                .isEqualTo("384 entries left out here; all are in results.ndjson");
        assertThat(page.text(rows + "[21]//p[@class='more']")).isEqualTo("117,000 characters more in results.ndjson");
    }

    @Test
    void severalTargetsStandSideBySide() throws IOException {
        // when
        HtmlPage page = HtmlPage.read(Reports.write(SampleRuns.three(folder, 1)).index());

        // then
        assertThat(page.text("//h1"))
                .isEqualTo(
                        "✗ 1 of 3 servers plays by the rules: node breaks 2 rules of 62; http://chat.example:3000 breaks 1 rule of 12 and could not be judged to the end");
        assertThat(page.text("//header/p[@class='alarm']"))
                .startsWith(
                        "The run against http://chat.example:3000 could not be finished. The server stopped answering");
        List<Element> cells = page.all("//tr[@id='WS-HANDSHAKE-003']/td");
        assertThat(cells)
                .extracting(
                        cell -> cell.getTextContent().replaceAll("\\s+", " ").strip())
                .containsExactly("✓ passed", "✗ failed", "✗ failed");
        assertThat(page.all("//tr[@id='WS-HANDSHAKE-003']/td/a"))
                .extracting(cell -> cell.getAttribute("href"))
                .containsExactly(
                        "#WS-HANDSHAKE-003@embedded", "#WS-HANDSHAKE-003@node", "#WS-HANDSHAKE-003@chat.example-3000");
        assertThat(page.all("//tr[@id='SIO-EMIT-001']/td[3]/a")).as("not run").isEmpty();
    }

    @Test
    void aServerLacksWhatRulesAskForAndItDoesNotDeclare() throws IOException {
        // when
        HtmlPage page = HtmlPage.read(Reports.write(ManyServers.few(folder, 1)).index());

        // then
        String card = "//article[@data-server='%s']/dl/div";
        assertThat(page.all(card.formatted("node")))
                .extracting(row -> row.getTextContent().strip())
                .containsExactly("Tierumpire", "Can6 of 7 capabilities", "Lacksvolatile");
        assertThat(page.all(card.formatted("embedded")))
                .extracting(row -> row.getTextContent().strip())
                .containsExactly("Tierumpire", "Can7 of 7 capabilities");
    }

    private static List<String> stableLines(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !line.contains("data-volatile")).toList();
        }
    }

    private static String hash(String text) {
        try {
            return "sha256-"
                    + Base64.getEncoder()
                            .encodeToString(
                                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
