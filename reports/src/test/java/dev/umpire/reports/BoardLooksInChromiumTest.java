package dev.umpire.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.umpire.fixtures.browser.InChromium;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several servers side by side, in the light, in the dark and on a phone. */
class BoardLooksInChromiumTest extends InChromium {
    private static Path board;

    @BeforeAll
    static void write(@TempDir Path folder) throws IOException {
        board = Reports.write(ManyServers.few(folder, 1)).index();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void textStandsOutFromItsGround(ColorScheme scheme) {
        // given
        Page page = chromium.open(board, "#SIO-ORDER-001", 1280, 900, scheme);
        page.locator(".detail .evidence:not([hidden])").waitFor();

        // when
        Object ground = page.evaluate("getComputedStyle(document.body).backgroundColor");
        Object least = page.evaluate("""
                () => {
                  const light = (colour) => {
                    const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map((v) => v / 255)
                      .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
                    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
                  };
                  const ground = (at) => {
                    for (; at; at = at.parentElement) {
                      const colour = getComputedStyle(at).backgroundColor;
                      if (!/, 0\\)$/.test(colour)) return light(colour);
                    }
                    return 1;
                  };
                  return Math.min(...['.server h2', '.version', '.sums .v-failed', '.worst .says', '.board .head th', '.board td.v-failed a',
                    '.board td.v-passed a', '.rule .id', '.detail .reason', '.detail .expected dd', '.detail .meaning', '.detail .raw code'].map((selector) => {
                      const at = document.querySelector(selector);
                      const [a, b] = [light(getComputedStyle(at).color), ground(at)].sort((x, y) => y - x);
                      return (a + 0.05) / (b + 0.05);
                    }));
                }""");

        // then
        assertThat(ground).isEqualTo(scheme == ColorScheme.DARK ? "rgb(20, 22, 26)" : "rgb(255, 255, 255)");
        assertThat(((Number) least).doubleValue()).as("the least contrast").isGreaterThan(4.5);
    }

    @Test
    void aPhonesWidthNeedsNoScrollingSideways() {
        // given
        Page page = chromium.open(board, "", 390, 844, ColorScheme.LIGHT);
        assertThat(overflow(page)).isZero();

        // when
        page.locator("[data-server=netty-socketio] .worst a").first().click();
        page.locator(".detail .evidence:not([hidden]) .reproducer").waitFor();

        // then
        assertThat(overflow(page)).isZero();
        assertThat(page.locator("tr.rule.open td a").nth(1).boundingBox().width).isLessThan(390);

        // when
        page.locator("#fold").click();

        // then
        assertThat(overflow(page)).isZero();
    }

    private static int overflow(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth - innerWidth")).intValue();
    }
}
