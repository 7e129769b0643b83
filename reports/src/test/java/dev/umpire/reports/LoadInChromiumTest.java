package dev.umpire.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.umpire.fixtures.browser.InChromium;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The load part of a page, as a person reads it. */
class LoadInChromiumTest extends InChromium {
    private static final int CHARTS = 7;
    private static Path index;

    @BeforeAll
    static void write(@TempDir Path folder) throws IOException {
        index = Reports.write(SampleLoads.compared(folder, 1)).index();
    }

    @Test
    void drawsEveryChartAndAsksNobody() {
        // when
        Page page = drawn(1280, ColorScheme.LIGHT);

        // then
        assertThat(page.evaluate("""
                [...document.querySelectorAll('canvas')].filter((canvas) => {
                  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                  return data.some((value) => value > 0);
                }).length""")).isEqualTo(CHARTS);
        assertThat(labels(page, 0)).isEqualTo(List.of("reference", "node", "netty-socketio"));
        assertThat(chromium.requests()).containsExactly(index.toUri().toString());
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void theKneeOfEachServerIsMarked() {
        // when
        Page page = drawn(1280, ColorScheme.LIGHT);

        // then
        assertThat(page.evaluate("""
                Chart.getChart(document.querySelector('[aria-labelledby=load-ramp] canvas')).data.datasets
                  .map((set) => `${set.label} ${Math.round(set.data[set.knee].x)} ${set.pointStyle[set.knee]} ${set.pointStyle[set.knee + 1]}`)"""))
                .isEqualTo(List.of(
                        "reference 1922 rectRot crossRot",
                        "node 570 rectRot crossRot",
                        "netty-socketio 854 rectRot crossRot"));
    }

    @Test
    void oneChoosesThePercentile() {
        // given
        Page page = drawn(1280, ColorScheme.LIGHT);
        Locator latency = page.locator("[aria-labelledby=load-fan-out] .plot").nth(1);
        Object before = first(page, 1);

        // when
        latency.getByText("p50").click();

        // then
        assertThat(latency.locator("[aria-pressed=true]").textContent()).isEqualTo("p50");
        assertThat(((Number) first(page, 1)).doubleValue()).isLessThan(((Number) before).doubleValue());
        assertThat(labels(page, 1)).isEqualTo(List.of("reference", "node", "netty-socketio"));
    }

    @Test
    void theDarkHasColoursOfItsOwnAlsoWhenItFalls() {
        // given
        Page page = drawn(1280, ColorScheme.LIGHT);
        String light = colour(page);

        // when
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.waitForFunction(
                "light => Chart.getChart(document.querySelector('canvas')).data.datasets[0].borderColor !== light",
                light);

        // then
        assertThat(colour(page)).isEqualTo(colour(drawn(1280, ColorScheme.DARK)));
    }

    @Test
    void aPhonesWidthNeedsNoScrollingSideways() {
        // when
        Page page = drawn(390, ColorScheme.DARK);

        // then
        assertThat(page.evaluate("""
                [...document.querySelectorAll('main *')]
                  .filter((at) => at.checkVisibility() && at.getBoundingClientRect().right > innerWidth + 0.5)
                  .map((at) => at.outerHTML.slice(0, 120))"""))
                .as("what stands out at the right")
                .asInstanceOf(LIST)
                .isEmpty();
    }

    @Test
    void withoutScriptsTheTablesStandAndNoEmptyChart() {
        // when
        Page page = chromium.openWithoutScripts(index);

        // then
        assertThat(page.locator(".fast").first().isVisible()).isTrue();
        assertThat(page.locator(".plot").first().isVisible()).isFalse();
    }

    private static Page drawn(int width, ColorScheme scheme) {
        Page page = chromium.open(index, "", width, 900, scheme);
        page.waitForFunction(
                "count => window.Chart && [...document.querySelectorAll('canvas')].filter((canvas) => Chart.getChart(canvas)).length === count",
                CHARTS);
        return page;
    }

    private static Object labels(Page page, int chart) {
        return page.evaluate(
                "i => Chart.getChart(document.querySelectorAll('canvas')[i]).data.datasets.map((set) => set.label)",
                chart);
    }

    private static Object first(Page page, int chart) {
        return page.evaluate(
                "i => Chart.getChart(document.querySelectorAll('canvas')[i]).data.datasets[0].data[0].y", chart);
    }

    private static String colour(Page page) {
        return (String) page.evaluate("Chart.getChart(document.querySelector('canvas')).data.datasets[0].borderColor");
    }
}
