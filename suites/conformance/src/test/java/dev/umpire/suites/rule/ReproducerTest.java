package dev.umpire.suites.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.fixtures.transcript.Transcript;
import dev.umpire.fixtures.wire.Endpoint;
import java.net.URI;
import org.junit.jupiter.api.Test;

class ReproducerTest {
    private static final Endpoint ENDPOINT = new Endpoint(URI.create("http://localhost:3000/socket.io/"));

    private final Transcript transcript = new Transcript();

    @Test
    void turnsARequestWithHeadersIntoCurl() {
        sent(
                "http-1",
                "http request",
                "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nUpgrade: websocket\r\nX: it's");

        assertThat(Reproducer.of(ENDPOINT, transcript))
                .isEqualTo("# http-1\ncurl -i -H 'Upgrade: websocket' -H 'X: it'\\''s' -H 'Host:'"
                        + " 'http://localhost:3000/socket.io/?EIO=4&transport=websocket'");
    }

    @Test
    void putsAVariableInThePlaceOfTheSessionIdAndSendsTheBody() {
        sent(
                "http-1",
                "http request",
                "POST /socket.io/?EIO=4&transport=polling&sid=abc HTTP/1.1\r\nHost: localhost:3000\r\nContent-Length: 2\n\n40");

        assertThat(Reproducer.of(ENDPOINT, transcript))
                .isEqualTo("SID=...   # the session id in the answer to your own first request\n"
                        + "# http-1\ncurl -i -X POST --data-binary $'40'"
                        + " \"http://localhost:3000/socket.io/?EIO=4&transport=polling&sid=$SID\"");
    }

    @Test
    void sendsFramesWithoutPongsAndNamesWhatWebsocatCannotSend() {
        sent("wire-1", "http request", "GET /socket.io/?EIO=4&transport=websocket (upgrade to WebSocket)");
        sent("wire-1", "text frame", "40");
        sent("wire-1", "text frame", "3");
        sent("wire-1", "close frame", "1000");

        assertThat(Reproducer.of(ENDPOINT, transcript))
                .isEqualTo("# wire-1\n(printf '%s\\n' '40'; : 'raw close frame: 1000'; sleep 5)"
                        + " | websocat 'ws://localhost:3000/socket.io/?EIO=4&transport=websocket'");
    }

    @Test
    void sendsRawBytesWithNetcat() {
        sent("tcp-1", "tcp", "NONSENSE\r\n");

        assertThat(Reproducer.of(ENDPOINT, transcript))
                .isEqualTo("# tcp-1\nprintf 'NONSENSE\\r\\n' | nc localhost 3000");
    }

    @Test
    void leavesOutTheHarnessOwnControl() {
        sent("control", "http request", "GET / HTTP/1.1");

        assertThat(Reproducer.of(ENDPOINT, transcript)).isEmpty();
    }

    private void sent(String connection, String kind, String content) {
        transcript.sent(connection, kind, content, () -> null);
    }
}
