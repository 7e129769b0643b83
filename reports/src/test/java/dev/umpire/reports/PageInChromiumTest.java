package dev.umpire.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.umpire.fixtures.browser.InChromium;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One server's page, as a person reads it. */
class PageInChromiumTest extends InChromium {
    private static final String FOLDED = "SCOPE-GRID-IO-ROOM-EXCEPT-07";
    private static Path index;

    @BeforeAll
    static void write(@TempDir Path folder) throws IOException {
        index = Reports.write(ManyServers.one(folder, 1)).index();
    }

    @Test
    void opensFromAFileAndAsksNobody() {
        // when
        Page page = chromium.open(index, "");
        Locator failed = page.locator(".suite > details.rule.has-failed");

        // then
        assertThat(failed.first().locator(".reason").isVisible()).isTrue();
        assertThat(page.locator("details.rule.has-passed .panel > *:not(template)")
                        .count())
                .isZero();
        assertThat(chromium.requests()).containsExactly(index.toUri().toString());
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void anAddressOpensTheGroupAndTheEvidenceOfItsRule() {
        // when
        Page page = chromium.open(index, "#" + FOLDED);
        Locator rule = page.locator("[id='" + FOLDED + "']");
        rule.locator(".sequence").waitFor();

        // then
        assertThat(rule.locator(".sequence").isVisible()).isTrue();
        assertThat(rule.boundingBox().y).isBetween(0.0, 300.0);
        assertThat(page.locator("details.group[open]").getAttribute("id")).isEqualTo("SCOPE-GRID-IO-ROOM");
    }

    @Test
    void filtersByVerdictAndWordsAndAnAddressUndoesIt() {
        // given
        Page page = chromium.open(index, "");
        Locator hidden = page.locator("[id='" + FOLDED + "']");

        // when
        page.locator("[name=show][value=failed]").check(force());

        // then
        String failed = page.locator("label.v-failed strong").textContent();
        assertThat(page.locator("#shown").textContent()).isEqualTo(failed + " of 380 rules shown");
        assertThat(page.locator("details.rule.has-passed").first().isVisible()).isFalse();

        // when
        page.locator("[name=show][value=all]").check(force());
        page.locator("#search").fill("io-room-except-03");

        // then
        assertThat(page.locator("[id='SCOPE-GRID-IO-ROOM-EXCEPT-03']").isVisible())
                .isTrue();
        assertThat(hidden.isVisible()).isFalse();
        assertThat(page.locator("#suite-heartbeat").isVisible()).isFalse();

        // when
        page.evaluate("id => { location.hash = id; }", FOLDED);

        // then
        hidden.locator(".sequence").waitFor();
        assertThat(page.locator("#search").inputValue()).isEmpty();
    }

    @Test
    void theKeyboardSearchesAndOpens() {
        // given
        Page page = chromium.open(index, "");

        // when
        page.keyboard().press("/");
        page.keyboard().type("heartbeat-004");
        page.locator("[id='EIO-HEARTBEAT-004'] > summary").focus();
        page.keyboard().press("Enter");

        // then
        page.locator("[id='EIO-HEARTBEAT-004'] .sequence").waitFor();
        assertThat(page.locator("[id='EIO-HEARTBEAT-004'] .sequence").isVisible())
                .isTrue();
    }

    @Test
    void withoutScriptsFailuresAreReadableAndNothingIsOfferedThatNeedsThem() {
        // when
        Page page = chromium.openWithoutScripts(index);
        Locator failed = page.locator(".suite > details.rule.has-failed").first();

        // then
        assertThat(failed.locator(".reason").isVisible()).isTrue();
        assertThat(failed.locator(".copy").isVisible()).isFalse();
        assertThat(page.locator("#search").isVisible()).isFalse();
        assertThat(page.locator("noscript .remark").isVisible()).isTrue();
    }

    @Test
    void aPhonesWidthNeedsNoScrollingSideways() {
        // given
        Page page = chromium.open(index, "#" + FOLDED, 390, 844, ColorScheme.DARK);
        page.locator("[id='" + FOLDED + "'] .sequence").waitFor();

        // then
        assertThat(page.evaluate("""
                [...document.querySelectorAll('body *')]
                  .filter((at) => at.checkVisibility() && at.getBoundingClientRect().right > innerWidth && !at.closest('pre, .scroll'))
                  .map((at) => at.outerHTML.slice(0, 120))"""))
                .as("what stands out at the right")
                .asInstanceOf(LIST)
                .isEmpty();
    }

    // The radio buttons lie unseen under their labels.
    private static Locator.CheckOptions force() {
        return new Locator.CheckOptions().setForce(true);
    }
}
