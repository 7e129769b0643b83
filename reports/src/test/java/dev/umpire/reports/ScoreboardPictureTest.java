package dev.umpire.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.reports.model.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** The picture of the scoreboard, which a README shows and a screen reader reads. */
class ScoreboardPictureTest {
    @TempDir
    Path folder;

    @Test
    void hasAColumnForEachTargetAndARowForEachSuite() throws IOException {
        // when
        HtmlPage picture = picture(ManyServers.few(folder, 1));

        // then
        assertThat(texts(picture.all("//text[@transform]"))).isEqualTo(ManyServers.NAMES);
        assertThat(texts(picture.all("//text[@x='14' and not(@class)]")))
                .containsExactlyInAnyOrderElementsOf(
                        SampleSuite.ALL.stream().map(SampleSuite::name).toList());
        assertThat(picture.all("//text[starts-with(@class, 'cell ')]"))
                .hasSize(ManyServers.NAMES.size() * SampleSuite.ALL.size());
    }

    @Test
    void aCellSaysWhatToLookAtFirst() throws IOException {
        // given
        Sketch run = new Sketch()
                .rule("node", "A", Verdict.FAILED, null)
                .rule("node", "B", Verdict.FAILED, null)
                .rule("node", "C", Verdict.PASSED, null)
                .rule("bun", "A", Verdict.PASSED, null);

        // when
        HtmlPage picture = picture(run.write(folder));

        // then
        assertThat(picture.text("//text[@class='cell failed']/text()[1]/..")).startsWith("✗ 2");
        assertThat(picture.text("//text[@class='cell failed']/title")).isEqualTo("events: 2 failed");
        assertThat(picture.text("//text[@class='cell passed']/title")).isEqualTo("events: 1 passed");
    }

    @Test
    void whatATargetIsCalledStaysText() throws IOException {
        // given
        String name = "<b>&\"node\"</b>";
        Sketch run = new Sketch().rule(name, "A", Verdict.PASSED, null).rule("bun", "A", Verdict.PASSED, null);

        // when
        HtmlPage picture = picture(run.write(folder));

        // then
        assertThat(texts(picture.all("//text[@transform]"))).containsExactly(name, "bun");
        assertThat(picture.all("//b")).isEmpty();
    }

    @Test
    void namesAndDescribesItselfForScreenReaders() throws IOException {
        // given
        Sketch run = new Sketch().rule("node", "A", Verdict.PASSED, null).rule("bun", "A", Verdict.PASSED, null);

        // when
        HtmlPage picture = picture(run.write(folder));

        // then
        Element svg = picture.one("/svg[@role='img']");
        assertThat(svg.getAttribute("aria-labelledby")).isEqualTo("title desc");
        assertThat(picture.text("/svg/title[@id='title']")).isEqualTo("Scoreboard of 2 servers, 2026-01-01");
        assertThat(picture.text("/svg/desc[@id='desc']")).startsWith("A column for each server: node, bun. A row");
    }

    private static HtmlPage picture(Path run) throws IOException {
        Reports.write(run);
        return HtmlPage.read(run.resolve("scoreboard.svg"));
    }

    private static List<String> texts(List<Element> elements) {
        return elements.stream().map(Element::getTextContent).toList();
    }
}
