package dev.umpire.reports.allure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllureHtmlTest {
    private static final Pattern DATA = Pattern.compile("\"(data/[^\"]+|widgets/[^\"]+)\": \"([A-Za-z0-9+/=]*)\"");
    private static final Pattern LOADED = Pattern.compile("<(?:script|link|img|iframe)[^>]*(?:src|href)=\"([^\"]*)\"");

    @TempDir
    Path folder;

    private String page = "";

    @BeforeEach
    void writeThePageOfOneFailedAndOnePassedTest() throws IOException {
        Path results = Files.createDirectory(folder.resolve("allure-results"));
        result(
                results,
                "11111111-1111-4111-8111-111111111111",
                "SIO-CONNECT-001 answers CONNECT with a sid",
                "passed",
                "");
        result(
                results,
                "22222222-2222-4222-8222-222222222222",
                "SIO-EMIT-004 delivers once",
                "failed",
                ",\"statusDetails\":{\"message\":\"delivered twice\",\"trace\":\"at x\"},\"attachments\":[{\"name\":\"transcript\",\"source\":\"t-attachment.txt\",\"type\":\"text/plain\"}]");
        Files.writeString(results.resolve("t-attachment.txt"), "alice -> 42[\"tick\"]");
        Path file = folder.resolve("allure.html");
        AllureHtml.write(results, file);
        page = Files.readString(file);
    }

    @Test
    void showsTheTestsAndTheirAttachments() {
        assertThat(decoded("data/suites.json"))
                .contains("SIO-CONNECT-001 answers CONNECT with a sid", "SIO-EMIT-004 delivers once", "emit scopes");
        assertThat(decoded("widgets/summary.json")).contains("\"failed\":1", "\"passed\":1");
        assertThat(decoded("data/attachments/")).isEqualTo("alice -> 42[\"tick\"]");
    }

    @Test
    void loadsNothingFromAnywhere() {
        // when
        Matcher loaded = LOADED.matcher(page);

        // then
        assertThat(loaded.results()
                        .map(match -> match.group(1))
                        .map(address -> address.substring(0, Math.min(60, address.length()))))
                .hasSizeGreaterThan(2)
                .allMatch(address -> address.startsWith("data:"), "is in the page itself");
        for (String word : List.of("gtag", "googletagmanager", "google-analytics", "dataLayer", "sendBeacon")) {
            // not assertThat(page), which would print some megabytes
            assertThat(page.contains(word)).as(word).isFalse();
        }
        assertThat(page.contains("Content-Security-Policy\" content=\"default-src 'none'"))
                .isTrue();
    }

    private String decoded(String prefix) {
        return DATA.matcher(page)
                .results()
                .filter(match -> match.group(1).startsWith(prefix))
                .map(match -> new String(Base64.getDecoder().decode(match.group(2)), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the page has no " + prefix));
    }

    private static void result(Path folder, String uuid, String name, String status, String more) throws IOException {
        Files.writeString(
                folder.resolve(uuid + "-result.json"), """
                {"uuid":"%s","historyId":"%s","fullName":"dev.umpire.%s","name":"%s","status":"%s","stage":"finished",
                "start":1767225600000,"stop":1767225601000,"steps":[{"name":"expect","status":"%s","stage":"finished","steps":[],"attachments":[],"parameters":[],"start":1767225600000,"stop":1767225600100}],
                "parameters":[{"name":"target","value":"node"}],"links":[{"name":"spec","url":"https://socket.io/docs/v4/","type":"link"}],
                "labels":[{"name":"suite","value":"emit scopes"},{"name":"tag","value":"MUST"},{"name":"severity","value":"critical"},{"name":"framework","value":"junit-platform"}]%s}
                """.formatted(uuid, uuid, uuid, name, status, status, more));
    }
}
