package dev.umpire.server.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.server.engineio.Request;
import dev.umpire.server.engineio.packet.PayloadFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCodingTest {
    private static final byte[] LONG = new byte[2000];

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip, deflate, br | gzip",
                "GZIP | gzip",
                "deflate | deflate",
                "gzip;q=0.5, deflate;q=0.8 | deflate",
                "gzip;q=0, * | deflate",
                "* | gzip"
            })
    void encodesAsTheClientPrefers(String accepted, String coding) throws IOException {
        Response response = encoded("GET", accepted, LONG);

        assertThat(response.headers()).containsEntry("Content-Encoding", coding);
        ByteArrayInputStream body = new ByteArrayInputStream(response.body().bytes());
        assertThat(coding.equals("gzip") ? new GZIPInputStream(body) : new InflaterInputStream(body))
                .hasBinaryContent(LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "br", "gzip;q=0", "gzip;q=nonsense", "gzip;q=0, deflate;q=0.0, *"})
    void leavesAloneWhatTheClientCannotRead(String accepted) {
        assertThat(encoded("GET", accepted, LONG).headers()).doesNotContainKey("Content-Encoding");
    }

    @Test
    void leavesAloneWhatIsShortOrNoPoll() {
        assertThat(encoded("GET", "gzip", new byte[1023]).headers()).doesNotContainKey("Content-Encoding");
        assertThat(encoded("POST", "gzip", LONG).headers()).doesNotContainKey("Content-Encoding");
    }

    private static Response encoded(String method, String accepted, byte[] body) {
        Request request = new Request(method, "/", Map.of(), Map.of("accept-encoding", List.of(accepted)), "");
        return ContentCoding.encoded(
                request, Response.payload(new PayloadFormat.Body(body, false)), Compression.ofResponses());
    }
}
