package dev.umpire.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LogFormatTest {
    @Test
    void writesOneJsonObjectForEachLineOfTheLog() throws IOException {
        Process server = serve("--log-format", "json", "--log-level", "info");
        try (BufferedReader log = server.errorReader()) {
            JsonNode line = new ObjectMapper().readTree(log.readLine());
            assertThat(line.path("level").asText()).isEqualTo("INFO");
            assertThat(line.path("formattedMessage").asText()).isEqualTo("listening");
            assertThat(line.path("kvpList").findValuesAsText("host")).containsExactly("127.0.0.1");
            assertThat(line.path("kvpList").findValue("port").asInt()).isPositive();
        } finally {
            server.destroy();
        }
    }

    @Test
    void writesPlainTextOtherwise() throws IOException {
        Process server = serve("--log-level", "info");
        try (BufferedReader log = server.errorReader()) {
            assertThat(log.readLine()).contains("INFO").contains("listening").contains("host=\"127.0.0.1\"");
        } finally {
            server.destroy();
        }
    }

    private static Process serve(String... options) throws IOException {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--host",
                "127.0.0.1",
                "--port",
                "0");
        java.command().addAll(List.of(options));
        return java.start();
    }
}
