package dev.umpire.cli.court;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.umpire.server.SocketIoServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live page given what an earlier run has recorded. */
class RecordedInChromiumTest extends CourtInChromium {
    private static final String RESULTS = """
            {"type":"run started","schema":3}
            {"type":"rule finished","rule":{"target":"node","id":"SIO-A","level":"MUST","says":"greets","verdict":"passed","transcript":[{"micros":10,"connection":"bob","direction":"sent","kind":"text frame","content":"40"}]}}
            {"type":"rule finished","rule":{"target":"node","id":"SIO-B","level":"MUST","says":"answers","verdict":"failed","transcript":[{"micros":10,"connection":"alice","direction":"sent","kind":"text frame","content":"40"},{"micros":900,"connection":"alice","direction":"received","kind":"text frame","content":"40{\\"sid\\":\\"x\\"}"}]}}
            {"type":"rule finished","rule":{"target":"node","id":"SIO-C","level":"MUST","says":"is silent","verdict":"passed","transcript":[]}}
            {"type":"rule fini""";

    @Test
    void replaysAFileOfResultsAndLetsThePlayersGo(@TempDir Path folder) throws IOException {
        // given
        Path results = Files.writeString(folder.resolve("results.ndjson"), RESULTS);
        SocketIoServer server = server();
        Page page = rally(server).page();

        // when
        page.locator("#file").setInputFiles(results);

        // then
        assertThat(page.locator("#rule option"))
                .hasText(new String[] {"SIO-B · node · failed", "SIO-A · node · passed"});
        assertThat(page.locator(".player h3")).hasText(new String[] {"alice"});
        page.waitForCondition(() -> server.connectionCount() == 0);

        // when
        page.keyboard().press("End");

        // then
        assertThat(page.locator("#verdict")).hasText("The server to alice: CONNECT");
        assertThat(page.locator("#calls")).isHidden();
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void aFileWithoutResultsIsNamedAsSuch(@TempDir Path folder) throws IOException {
        // given
        Path other = Files.writeString(folder.resolve("notes.ndjson"), "not JSON at all");
        Page page = rally(server()).page();

        // when
        page.locator("#file").setInputFiles(other);

        // then
        assertThat(page.locator("#verdict"))
                .hasText("There is nothing to play: no rule in this file has a transcript.");
    }
}
