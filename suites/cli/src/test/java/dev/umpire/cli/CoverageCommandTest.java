package dev.umpire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.umpire.suites.coverage.Coverage;
import dev.umpire.suites.coverage.Document;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CoverageCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void showsEachDocumentAndTheSum() {
        int code = umpire("coverage");

        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("Engine.IO protocol v4.1 ")
                .contains("RFC 6455, The WebSocket Protocol")
                .contains("\nall ");
    }

    @Test
    void showsEverySentenceAsJson() throws Exception {
        int code = umpire("coverage", "--json");

        assertThat(code).isZero();
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.at("/all/sentences").asInt())
                .isEqualTo(Coverage.load().tally().sentences());
        assertThat(json.at("/documents/0/sentences/0/rules").isArray()).isTrue();
        assertThat(json.has("discrepancies")).isFalse();
    }

    @Test
    void textsThatAreNotThereEndWithThreeAndSayWhatToDo() {
        int code = umpire("coverage", "--texts", folder.toString());

        assertThat(code).isEqualTo(3);
        assertThat(err.toString()).contains("there is no text " + folder).contains("CONTRIBUTING.md");
    }

    @Test
    void otherTextsEndWithOne() throws Exception {
        for (Document document : Coverage.load().documents()) {
            Path text = folder.resolve(document.file());
            Files.createDirectories(text.getParent());
            Files.writeString(text, "The server MUST be another one.");
        }

        int code = umpire("coverage", "--texts", folder.toString());

        assertThat(code).isEqualTo(1);
        assertThat(out.toString())
                .contains("engine.io-protocol-v4: the text is not the pinned one")
                .contains("rooms: no row for sentence ");
    }

    @Test
    void draftsRowsOfOneDocument() throws Exception {
        Path text = folder.resolve("rfc6455.txt");
        Files.writeString(text, "4.  Handshake\n\n   A server MUST answer.\n\n9.  Extensions\n\n   None.\n");

        int code = umpire("coverage", "--texts", folder.toString(), "--draft", "rfc6455");

        assertThat(code).isZero();
        assertThat(out.toString()).matches("[0-9a-f]{12}\t4\tMUST\tA server MUST answer\\.\\R");
    }

    @Test
    void draftsOfAnUnknownDocumentAreWrongUsage() {
        int code = umpire("coverage", "--texts", folder.toString(), "--draft", "rfc1");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("There is no document \"rfc1\". Known: engine.io-protocol-v4, ");
    }

    private int umpire(String... arguments) {
        CommandLine commandLine = Umpire.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }
}
