package dev.umpire.reports.badge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.umpire.reports.SampleLoads;
import dev.umpire.reports.Sketch;
import dev.umpire.reports.model.ResultReader;
import dev.umpire.reports.model.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class BadgeTest {
    @TempDir
    Path folder;

    @Test
    void saysWhatMattersMost() throws IOException {
        Sketch run = new Sketch().rule("node", "A", Verdict.PASSED, null);
        assertThat(badge(run)).isEqualTo(new Badge("1 rule passed", Badge.Tone.GOOD));
        run.rule("node", "B", Verdict.FAILED, null).known("B", "node", null);
        assertThat(badge(run)).isEqualTo(new Badge("1 known failure", Badge.Tone.KNOWN));
        run.rule("node", "C", Verdict.UNDECIDED, null);
        assertThat(badge(run)).isEqualTo(new Badge("not judged to the end", Badge.Tone.UNKNOWN));
        run.known("A", "node", null);
        assertThat(badge(run)).isEqualTo(new Badge("known failures out of date", Badge.Tone.BAD));
        run.rule("node", "D", Verdict.FAILED, null).rule("bun", "D", Verdict.FAILED, null);
        assertThat(badge(run)).isEqualTo(new Badge("2 rules broken", Badge.Tone.BAD));
    }

    @Test
    void loadRunsAreJudgedByWhatArrivesBeforeHowFast() throws IOException {
        assertThat(badge(SampleLoads.one(folder.resolve("met"), 1)))
                .isEqualTo(new Badge("clean under load", Badge.Tone.GOOD));
        assertThat(badge(SampleLoads.unmet(folder.resolve("unmet"), 1)))
                .isEqualTo(new Badge("misses expectations", Badge.Tone.BAD));
        assertThat(badge(SampleLoads.compared(folder.resolve("lossy"), 1)))
                .isEqualTo(new Badge("not clean under load", Badge.Tone.BAD));
    }

    @Test
    void thePictureIsWideEnoughAndNamesItself() throws Exception {
        // when
        new Badge("1,104 rules passed", Badge.Tone.GOOD).writeSvg(folder.resolve("badge.svg"));

        // then
        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("badge.svg").toFile());
        assertThat(svg.getDocumentElement().getAttribute("aria-label")).isEqualTo("Socket.IO: 1,104 rules passed");
        assertThat(svg.getDocumentElement().getAttribute("width")).isEqualTo("198");
        assertThat(svg.getElementsByTagName("text").item(1).getTextContent()).isEqualTo("1,104 rules passed");
    }

    @Test
    void theEndpointIsWhatShieldsReads() throws IOException {
        // when
        new Badge("2 rules broken", Badge.Tone.BAD).writeJson(folder.resolve("badge.json"));

        // then
        assertThat(new ObjectMapper().readTree(folder.resolve("badge.json").toFile()))
                .isEqualTo(new ObjectMapper().readTree("""
                        {"schemaVersion": 1, "label": "Socket.IO", "message": "2 rules broken", "color": "red"}
                        """));
    }

    private static Badge badge(Path run) throws IOException {
        return Badge.of(ResultReader.read(run));
    }

    private Badge badge(Sketch run) throws IOException {
        return Badge.of(run.read(folder));
    }
}
