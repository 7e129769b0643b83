package dev.umpire.reports;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import dev.umpire.fixtures.browser.InChromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken rules, played step by step from the report's folder. */
class ReplayInChromiumTest extends InChromium {
    private static final String BROKEN = "SIO-EMIT-004";
    private static Path folder;

    @BeforeAll
    static void write(@TempDir Path empty) throws IOException {
        folder = SampleRuns.one(empty, 1);
        Reports.write(folder);
    }

    @Test
    void theReportLinksABrokenRuleToItsReplay() {
        // given
        Page page = chromium.open(folder.resolve("index.html"), "#" + BROKEN);

        // when
        page.locator("[id='" + BROKEN + "'] .play a").click();

        // then
        assertThat(page.locator("#outcome")).hasText(BROKEN + ", MUST: node breaks this rule.");
        assertThat(page.locator("#rule")).hasValue("1");
        assertThat(page.locator(".player h3").first()).hasText("alice");
        assertThat(page.locator("#expected")).not().hasText("");
    }

    @Test
    void onlyBrokenRulesAreLinked() {
        // when
        Page page = chromium.open(folder.resolve("index.html"), "");

        // then
        assertThat(page.locator(".rule.has-failed .play, .rule.has-warned .play"))
                .hasCount(3);
        assertThat(page.locator(".rule:not(.has-failed, .has-warned) .play")).hasCount(0);
    }

    @Test
    void stepsForwardAndBackAndAsksNobody() {
        // given
        Page page = open("#" + BROKEN + "@node");
        Locator rows = page.locator(".row");

        // when
        page.locator("#forth").click();
        page.locator("#forth").click();

        // then
        assertThat(rows).hasCount(2);
        assertThat(page.locator("#count")).containsText("step 2 of ");
        assertThat(rows.last()).hasAttribute("aria-current", "step");
        assertThat(page.locator("#verdict")).containsText("The server to alice: ");
        assertThat(page.locator(".player[data-name=alice]")).hasAttribute("data-ball", "got");

        // when
        page.locator("#back").click();

        // then
        assertThat(rows).hasCount(1);
        assertThat(page.locator(".player[data-name=alice]")).hasAttribute("data-ball", "asked");

        // when
        page.locator("#last").click();

        // then
        assertThat(page.locator("#forth")).isDisabled();
        assertThat(chromium.requests()).allMatch(address -> address.startsWith("file:") || address.equals("data:,"));
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void theKeyboardStepsAndPacketsShowBothLayers() {
        // given
        Page page = open("#" + BROKEN + "@node");

        // when
        page.keyboard().press("End");

        // then
        Locator packet = page.locator(".packet").filter(new Locator.FilterOptions().setHasText("EVENT"));
        assertThat(packet.first().locator("summary .engine").first()).hasText("message");
        assertThat(packet.first().locator("summary code .engine")).hasText("4");

        // when
        page.keyboard().press("Home");
        page.keyboard().press("ArrowRight");

        // then
        assertThat(page.locator(".row")).hasCount(1);
    }

    @Test
    void playsByItselfToTheEnd() {
        // given
        Page page = open("#" + BROKEN + "@node");
        page.locator("#last").click();
        page.locator("#back").click();

        // when
        page.locator("#run").click();

        // then
        assertThat(page.locator("#forth")).isDisabled();
        assertThat(page.locator("#run")).hasText("Play");
    }

    @Test
    void choosesAnotherRuleOnAPhone() {
        // given
        Page page = chromium.open(folder.resolve("play.html"), "", 390, 844, ColorScheme.DARK);

        // when
        page.locator("#rule").selectOption(new SelectOption().setIndex(2));
        page.locator("#last").click();

        // then
        assertThat(page.locator("#outcome")).containsText("WS-HANDSHAKE-004");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    }

    @Test
    void withoutBrokenRulesThereIsNothingToPlay(@TempDir Path clean) throws IOException {
        // given
        Files.writeString(clean.resolve("play.html"), "of an earlier report");

        // when
        Reports.write(SampleRuns.clean(clean, 1));

        // then
        assertThat(clean.resolve("play.html")).doesNotExist();
    }

    private static Page open(String hash) {
        Page page = chromium.open(folder.resolve("play.html"), hash);
        // What is played lies compressed in the page.
        page.locator(".player").first().waitFor();
        return page;
    }
}
