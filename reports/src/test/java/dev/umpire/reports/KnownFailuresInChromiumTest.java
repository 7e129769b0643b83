package dev.umpire.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.umpire.fixtures.browser.InChromium;
import dev.umpire.reports.model.KnownFailure;
import dev.umpire.reports.model.ResultReader;
import dev.umpire.reports.model.TargetResults;
import dev.umpire.reports.model.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is expected to break does not hide what is not. */
class KnownFailuresInChromiumTest extends InChromium {
    private static final String PYTHON = "python-aiohttp";
    private static Path board;
    private static int known;
    private Page page;

    @BeforeAll
    static void write(@TempDir Path folder) throws IOException {
        TargetResults python = ResultReader.read(ManyServers.few(folder.resolve("before"), 1)).targets().stream()
                .filter(target -> target.name().equals(PYTHON))
                .findFirst()
                .orElseThrow();
        KnownFailure[] list = Stream.concat(
                        python.rules().stream()
                                .filter(rule -> rule.verdict() == Verdict.FAILED || rule.verdict() == Verdict.WARNED)
                                .map(rule -> new KnownFailure(2, rule.id(), PYTHON, "asked <b>upstream</b>", null)),
                        Stream.of("SIO-EMIT-001", "SIO-EMIT-002", "SIO-EMIT-003", "SIO-EMIT-004", "SIO-EMIT-005")
                                .map(id -> new KnownFailure(3, id, "embedded", "long gone", null)))
                .toArray(KnownFailure[]::new);
        known = list.length - 5;
        board = Reports.write(ManyServers.few(folder.resolve("after"), 2, list)).index();
    }

    @BeforeEach
    void open() {
        chromium.closePages();
        page = chromium.open(board, "");
    }

    @Test
    void aKnownFailureIsNoFindingAndStillAClickAway() {
        // given
        Locator server = page.locator("[data-server=python-aiohttp].server");
        assertThat(server.locator(".worst").count()).isZero();
        assertThat(server.locator(".sums .v-known").textContent()).isEqualTo("(✗) " + known + " known");

        // when
        server.locator("button.failures").click();
        Locator rows = page.locator("tbody:not([hidden]) > tr.rule:not([hidden])");

        // then
        assertThat(page.locator("#shown").textContent()).startsWith(known + " of ");

        // when
        page.locator("#fold").click();
        Locator cell = rows.first().locator("td.v-known a");
        assertThat(cell.textContent()).isEqualTo("(✗) known");
        cell.click();

        // then
        Locator remark = page.locator(".detail .evidence:not([hidden]) .known");
        remark.waitFor();
        assertThat(remark.textContent()).isEqualTo("Known failure. asked <b>upstream</b>");
        assertThat(remark.evaluate("at => getComputedStyle(at).borderLeftStyle"))
                .isEqualTo("solid");
    }

    @Test
    void linesThatDoNotFitAreAtTheTop() {
        // then
        Locator alarm = page.locator("section.alarm");
        assertThat(alarm.locator("p").textContent())
                .isEqualTo("The list of known failures is out of date. 5 lines of it do not fit this run.");
        assertThat(alarm.locator("li").count()).isEqualTo(5);
        assertThat(alarm.locator("li").last().isVisible()).isFalse();
        assertThat(alarm.boundingBox().y + alarm.boundingBox().height).isLessThan(400);

        // when
        alarm.locator("summary").click();

        // then
        assertThat(alarm.locator("li").last().isVisible()).isTrue();
        assertThat(alarm.locator("li").last().textContent())
                .isEqualTo("known.tsv, line 3: SIO-EMIT-005 passes now on embedded; delete the line");
    }

    @Test
    void aCrashComesFirstAndSaysSo() {
        // when
        Locator first =
                page.locator("[data-server='socket.io-server-java'] .worst li").first();

        // then
        assertThat(first.locator("strong").textContent()).isEqualTo("crash");
        assertThat(first.locator("a").getAttribute("href")).isEqualTo("#WS-HANDSHAKE-019@socket.io-server-java");
        assertThat(page.locator(".worst .crash").count()).isEqualTo(1);
    }
}
