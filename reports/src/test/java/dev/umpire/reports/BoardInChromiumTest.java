package dev.umpire.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.umpire.fixtures.browser.InChromium;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several servers side by side, as a person reads them. */
class BoardInChromiumTest extends InChromium {
    private static final String GRID_RULE = "SCOPE-GRID-IO-ROOM-EXCEPT-07";
    private static final String CHAT = "chat.example-3000";
    private static Path board;
    private static Path later;

    @BeforeAll
    static void write(@TempDir Path folder) throws IOException {
        board = Reports.write(ManyServers.few(folder.resolve("first"), 1)).index();
        later = Reports.write(ManyServers.few(folder.resolve("later"), 2)).index();
    }

    @Test
    void aServersAuthorIsTwoClicksFromTheReasonAndTheReproducer() {
        // given
        Page page = chromium.open(board, "");
        Locator finding = page.locator("[data-server=node-recovery] .worst a").first();
        assertThat(finding.boundingBox().y).as("on the first screen").isLessThan(900);

        // when
        finding.click();

        // then
        Locator reason = page.locator(".detail .evidence:not([hidden]) .reason");
        reason.waitFor();
        Locator reproducer = page.locator(".detail .evidence:not([hidden]) .reproducer pre");
        assertThat(reason.textContent()).startsWith("An unmasked frame was accepted");
        assertThat(reproducer.textContent()).startsWith("printf '\\x81\\x05hello'");
        for (Locator shown : List.of(reason, reproducer)) {
            assertThat(shown.boundingBox().y).isBetween(0.0, 860.0);
        }
    }

    @Test
    void atFirstSuitesAreShownAndNoRule() {
        // when
        Page page = chromium.open(board, "");

        // then
        assertThat(page.locator("tbody:not([hidden]) > tr.head:not([hidden])").count())
                .isEqualTo(SampleSuite.ALL.size());
        assertThat(page.locator("tbody:not([hidden]) > tr.rule:not([hidden])").count())
                .isZero();

        // when
        page.locator("#suite-heartbeat button").click();

        // then
        assertThat(page.locator("tbody:not([hidden]) > tr.rule:not([hidden])").count())
                .isEqualTo(ManyServers.FEW);
        assertThat(page.locator("tbody:not([hidden]) > tr.level:not([hidden])").allTextContents())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("MUST");
    }

    @Test
    void aFamilyOfHundredsIsFoldedIntoRowsThatSayHowItFared() {
        // given
        Page page = chromium.open(board, "");

        // when
        page.locator("#suite-emit-scopes tr.head button").click();

        // then
        assertThat(page.locator("tbody:not([hidden]) > tr.rule:not([hidden])").count())
                .isLessThan(100);
        Locator group = page.locator(
                        "tbody:not([hidden]) > tr.group:not([hidden])",
                        new Page.LocatorOptions().setHasText("SCOPE-GRID-IO-ROOM-…"))
                .first();
        assertThat(group.locator("td").last().textContent()).contains("failed");

        // when
        int before = page.locator("tbody:not([hidden]) > tr.rule:not([hidden])").count();
        group.locator("button").click();

        // then
        assertThat(page.locator("tbody:not([hidden]) > tr.rule:not([hidden])").count())
                .isGreaterThan(before);
    }

    @Test
    void filtersByVerdictServerSuiteLevelAndWords() {
        Page page = chromium.open(board, "");

        page.locator("[name=show][value=differs]").click();
        assertThat(page.locator("tbody:not([hidden]) > tr.rule.differs:not([hidden])")
                        .count())
                .isPositive()
                .isEqualTo(page.locator("tbody:not([hidden]) > tr.rule:not([hidden])")
                        .count());

        page.locator("[name=show][value=failed]").click();
        page.locator("[name=server]").selectOption("node");
        assertThat(page.locator("#shown").textContent())
                .isEqualTo(page.locator("[data-server=node] .sums .v-failed")
                                .textContent()
                                .replaceAll("\\D+", "") + " of 380 rules");
        assertThat(page.locator("tbody:not([hidden]) > tr.rule:not([hidden]) > td:nth-child(3)")
                        .all())
                .isNotEmpty()
                .allSatisfy(cell -> assertThat(cell.getAttribute("class")).isEqualTo("v-failed"))
                .allSatisfy(cell -> assertThat(cell.isVisible()).isTrue());

        page.locator("#rules form").evaluate("form => form.reset()");
        page.locator("[name=suite]").selectOption("suite-heartbeat");
        page.locator("[name=level]").selectOption("MAY");
        assertThat(page.locator("tbody:not([hidden]) > tr.head:not([hidden])").count())
                .isEqualTo(1);
        assertThat(page.locator("tbody:not([hidden]) > tr.level:not([hidden])").allTextContents())
                .singleElement()
                .asString()
                .startsWith("MAY");

        page.locator("#search").fill("no such rule");
        assertThat(page.locator(".none").isVisible()).isTrue();
        page.locator("#reset").click();
        page.locator("#search").fill("ws-handshake closes");
        assertThat(page.locator("tbody:not([hidden]) > tr.rule:not([hidden])").count())
                .isPositive();
        assertThat(page.locator("tbody:not([hidden]) > tr.rule:not([hidden])").allTextContents())
                .allSatisfy(text -> assertThat(text).contains("WS-HANDSHAKE", "closes"));
    }

    @Test
    void anAddressMeansTheSameRuleAndServerInEveryRun() {
        for (Path run : List.of(board, later)) {
            // when
            Page page = chromium.open(run, "#" + GRID_RULE + "@" + CHAT);
            page.locator(".detail .evidence:not([hidden])").waitFor();

            // then
            assertThat(page.locator(".detail .evidence:not([hidden])").getAttribute("aria-label"))
                    .isEqualTo("http://chat.example:3000");
            assertThat(page.locator(".detail .evidence:not([hidden]) .reason").textContent())
                    .contains(GRID_RULE);
            Locator row = page.locator("tr.rule.open");
            assertThat(row.getAttribute("id")).isEqualTo(GRID_RULE);
            assertThat(row.boundingBox().y).isBetween(0.0, 300.0);
        }
    }

    @Test
    void anAddressOfARuleShowsTheWorstOfItAndTheOthersAreATabAway() {
        // given
        Page page = chromium.open(board, "#SIO-ORDER-001");
        page.locator(".detail .evidence:not([hidden])").waitFor();
        assertThat(page.locator(".detail .tabs [aria-current] .v-failed").count())
                .isEqualTo(1);

        // when
        page.locator(".detail .tabs a").first().click();

        // then
        assertThat(page.locator(".detail .evidence:not([hidden])").getAttribute("aria-label"))
                .isEqualTo("embedded");
        assertThat(page.url()).endsWith("#SIO-ORDER-001@embedded");

        // when
        page.goBack();

        // then
        page.locator(".detail .tabs [aria-current] .v-failed").waitFor();
    }

    @Test
    void aThousandMessagesAreFolded() {
        // given
        Page page = chromium.open(board, "#SIO-ORDER-001@socket.io-server-java");
        Locator rows = page.locator(".detail .evidence:not([hidden]) .sequence > ol > li");
        rows.first().waitFor();
        assertThat(rows.count()).isBetween(20, 62);
        Locator folded = page.locator(".detail .evidence:not([hidden]) .fold li");
        assertThat(folded.count()).isGreaterThan(900);
        assertThat(folded.first().isVisible()).isFalse();

        // when
        page.locator(".detail .evidence:not([hidden]) .fold > summary").click();

        // then
        assertThat(folded.first().isVisible()).isTrue();
    }

    @Test
    void arrowsMoveEnterOpensAndEscapeComesBack() {
        // given
        Page page = chromium.open(board, "");
        page.locator("#suite-WebSocket-handshake button").focus();

        // when
        page.keyboard().press("Enter");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowDown");

        // then
        String second = String.valueOf(page.locator("tbody:not([hidden]) > tr.rule:not([hidden])")
                .nth(1)
                .getAttribute("id"));
        assertThat(focused(page, "id")).isEqualTo(second + "@node");
        assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");

        // when
        page.keyboard().press("Enter");
        page.locator(".detail .evidence:not([hidden])").waitFor();

        // then
        assertThat(page.locator(".detail .evidence:not([hidden])").getAttribute("aria-label"))
                .isEqualTo("node");

        // when
        page.keyboard().press("Escape");

        // then
        assertThat(page.locator(".detail").count()).isZero();
        assertThat(focused(page, "id")).isEqualTo(second + "@node");
        assertThat(page.url()).doesNotContain("#");
    }

    @Test
    void theBoardIsOneStopOfTheTabulator() {
        // given
        Page page = chromium.open(board, "");

        // then
        assertThat(page.locator("table.board [tabindex='0']").count()).isEqualTo(1);
    }

    private static Object focused(Page page, String attribute) {
        return page.evaluate("name => document.activeElement.getAttribute(name)", attribute);
    }
}
