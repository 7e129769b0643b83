package dev.umpire.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.umpire.reports.junit.JunitXml;
import dev.umpire.reports.model.ResultReader;
import dev.umpire.reports.model.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

/** What CI servers are given is what they read. */
class JunitSchemaTest {
    @TempDir
    Path folder;

    @Test
    void everyKindOfRunIsValid() throws Exception {
        for (Path run : List.of(
                SampleRuns.one(folder.resolve("one"), 1),
                SampleRuns.three(folder.resolve("three"), 1),
                SampleLoads.compared(folder.resolve("load"), 1),
                new Sketch()
                        .rule("node", "A", Verdict.FAILED, "\u0000 ]]> \ud800 \u001e")
                        .rule("http://127.0.0.1:3000/socket.io/", "A", Verdict.PASSED, null)
                        .known("A", "node", null)
                        .known("A", "deno", null)
                        .problem("down", "nothing listens")
                        .write(folder.resolve("known")))) {
            assertThat(validated(run)).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        }
    }

    @Test
    void theSchemaRefusesWhatIsNot() throws Exception {
        Path xml = Files.writeString(folder.resolve("junit.xml"), "<testsuites skipped=\"1\"/>");

        assertThatThrownBy(() -> schema().newValidator().validate(new StreamSource(xml.toFile())))
                .isInstanceOf(SAXException.class)
                .hasMessageContaining("'skipped'");
    }

    @Test
    void aKnownFailureIsSkippedAndAStaleLineFails() throws Exception {
        // when
        String xml = validated(new Sketch()
                .rule("http://127.0.0.1:3000/socket.io/", "A", Verdict.FAILED, "still open")
                .known("A", "*", null)
                .known("A", "deno", null)
                .write(folder));

        // then
        assertThat(xml)
                .contains("<testsuites name=\"Umpire\" tests=\"2\" failures=\"1\" errors=\"0\" time=\"0.007\">")
                .contains(
                        "<testsuite name=\"http://127.0.0.1:3000/socket.io/.events\" tests=\"1\" failures=\"0\" errors=\"0\""
                                + " skipped=\"1\" time=\"0.007\" timestamp=\"2026-01-01T00:00:00\">")
                .contains("classname=\"http://127_0_0_1:3000/socket_io/.events\"")
                .contains("<skipped message=\"known failure: as agreed\" type=\"MUST\">reason: still open\n")
                .contains("<testsuite name=\"umpire.known failures\" tests=\"1\" failures=\"1\"")
                .contains("<failure message=\"known.tsv, line 3: A names the target deno, but this run has"
                        + " http://127.0.0.1:3000/socket.io/;");
    }

    private static String validated(Path run) throws IOException, SAXException {
        Path xml = run.resolve("junit.xml");
        JunitXml.write(ResultReader.read(run), xml);
        schema().newValidator().validate(new StreamSource(xml.toFile()));
        return Files.readString(xml);
    }

    private static Schema schema() throws SAXException {
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(JunitXml.class.getResource("junit-10.xsd"));
    }
}
