package dev.umpire.reports.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.reports.model.Level;
import dev.umpire.reports.model.ResultEvent;
import dev.umpire.reports.model.ResultLog;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.RunResults;
import dev.umpire.reports.model.TargetResults;
import dev.umpire.reports.model.TranscriptEntry;
import dev.umpire.reports.model.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class JunitXmlTest {
    @TempDir
    Path folder;

    @Test
    void aFailureCarriesLevelAndEvidence() throws Exception {
        // given
        RuleResult rule = rule(Verdict.FAILED, "an unmasked frame was accepted", "close 1002", "42[\"x\"]\u001e4");

        // when
        Document xml = written(target(List.of(rule), null));

        // then
        Element test = only(xml, "testcase");
        assertThat(test.getAttribute("name")).isEqualTo("WS-FRAME-001 closes on an unmasked frame");
        assertThat(test.getAttribute("classname")).isEqualTo("node.WebSocket frames");
        assertThat(test.getAttribute("time")).isEqualTo("1.250");
        Element failure = only(xml, "failure");
        assertThat(failure.getAttribute("type")).isEqualTo("MUST");
        assertThat(failure.getAttribute("message")).isEqualTo("an unmasked frame was accepted");
        assertThat(failure.getTextContent()).isEqualTo("""
                        reason: an unmasked frame was accepted
                        expected: close 1002
                        observed: 42["x"]\\x1e4
                        transcript:
                             1.500 ms  wire-1 -> text frame: a\\x1eb  (two packets)
                        """);
        assertThat(only(xml, "system-out").getTextContent())
                .isEqualTo("transcript:\n     1.500 ms  wire-1 -> text frame: a\\x1eb  (two packets)\n");
        Element suite = only(xml, "testsuite");
        assertThat(suite.getAttribute("name")).isEqualTo("node.WebSocket frames");
        assertThat(suite.getAttribute("tests")).isEqualTo("1");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("errors")).isEqualTo("0");
        assertThat(suite.getAttribute("skipped")).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({
        "WARNED, system-out, warned: because",
        "NOTED, system-out, noted: because",
        "NOT_APPLICABLE, skipped, not applicable: because",
        "BLOCKED, skipped, blocked: because",
        "UNDECIDED, skipped, undecided: because"
    })
    void whatIsNotAFailureIsNoFailure(Verdict verdict, String element, String message) throws Exception {
        // when
        Document xml = written(target(List.of(rule(verdict, "because", null, null)), null));

        // then
        assertThat(xml.getElementsByTagName("failure").getLength()).isZero();
        Element only = only(xml, element);
        assertThat(only.getAttribute("message") + only.getTextContent()).startsWith(message);
    }

    @Test
    void aPassIsAnEmptyTestcase() throws Exception {
        // when
        Document xml = written(target(List.of(rule(Verdict.PASSED, null, null, null)), null));

        // then
        assertThat(only(xml, "testcase").getChildNodes().getLength()).isZero();
    }

    @Test
    void aTargetsProblemIsAnError() throws Exception {
        // when
        Document xml = written(target(List.of(), "Nothing listens on port 1."));

        // then
        assertThat(only(xml, "error").getAttribute("message")).isEqualTo("Nothing listens on port 1.");
        assertThat(only(xml, "testcase").getAttribute("classname")).isEqualTo("node.target");
    }

    @Test
    void everyCharacterThatMayCrossAWireStaysLegal() throws Exception {
        // given
        StringBuilder odd = new StringBuilder();
        IntStream.range(0, 0x180).forEach(odd::appendCodePoint);
        odd.append("]]>&<\"'\r\n😀\ud800x\udc00\ufffe\uffff");

        // when
        Document xml =
                written(target(List.of(rule(Verdict.FAILED, odd.toString(), odd.toString(), odd.toString())), null));

        // then
        assertThat(only(xml, "failure").getTextContent())
                .contains("\\x00\\x01", "\\x1d\\x1e\\x1f !", "\\x0d\\x0e", "]]>&<\"'\n😀\\ud800x\\udc00\\ufffe\\uffff");
        assertThat(only(xml, "failure").getAttribute("message")).contains("😀\\ud800x");
    }

    private Document written(TargetResults target) throws IOException, ParserConfigurationException, SAXException {
        RunResults run = new RunResults(
                new ResultEvent.RunStarted(
                        ResultLog.SCHEMA, "1", "2026-01-01T00:00:00Z", List.of(), List.of(), List.of(), List.of()),
                List.of(target),
                5L,
                List.of());
        Path file = folder.resolve("junit.xml");
        JunitXml.write(run, file);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static TargetResults target(List<RuleResult> rules, @Nullable String problem) {
        return new TargetResults("node", null, rules, List.of(), List.of(), 5, problem);
    }

    private static RuleResult rule(
            Verdict verdict, @Nullable String reason, @Nullable String expected, @Nullable String observed) {
        TranscriptEntry entry = new TranscriptEntry(
                1500, "wire-1", TranscriptEntry.Direction.SENT, "text frame", "a\u001eb", "two packets");
        return new RuleResult(
                "node",
                "WS-FRAME-001",
                "WebSocket frames",
                Level.MUST,
                "RFC6455",
                "closes on an unmasked frame",
                List.of(),
                verdict,
                1250,
                null,
                reason,
                expected,
                observed,
                List.of(entry),
                null);
    }

    private static Element only(Document xml, String name) {
        NodeList elements = xml.getElementsByTagName(name);
        assertThat(elements.getLength()).as(name).isEqualTo(1);
        return (Element) elements.item(0);
    }
}
