package dev.umpire.server.netty;

import static dev.umpire.server.netty.RawConnection.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.server.ServerOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollingTest {
    private static final TestServer SERVER =
            new TestServer(ServerOptions.defaults().withMaxPayload(1000).withCors(Cors.origins("http://good")));

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|transport=polling|{\"code\":5,\"message\":\"Unsupported protocol version\"}",
                "GET|EIO=3&transport=polling|{\"code\":5,\"message\":\"Unsupported protocol version\"}",
                "GET|EIO=4|{\"code\":0,\"message\":\"Transport unknown\"}",
                "GET|EIO=4&transport=__proto__|{\"code\":0,\"message\":\"Transport unknown\"}",
                "GET|EIO=4&transport=polling&transport=polling|{\"code\":0,\"message\":\"Transport unknown\"}",
                "GET|EIO=4&transport=polling&sid=constructor|{\"code\":1,\"message\":\"Session ID unknown\"}",
                "POST|EIO=4&transport=polling|{\"code\":2,\"message\":\"Bad handshake method\"}",
                "PUT|EIO=4&transport=polling|{\"code\":2,\"message\":\"Bad handshake method\"}",
                "GET|EIO=4&transport=websocket|{\"code\":3,\"message\":\"Bad request\"}",
                "GET|EIO=4&transport=%zz|{\"code\":3,\"message\":\"Bad request\"}"
            })
    void refusesABadRequestInTheWordsOfNode(String method, String query, String body) throws IOException {
        try (RawConnection connection = new RawConnection(SERVER.echo())) {
            connection.send(method + " /engine.io/?" + query + " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n");

            assertThat(connection.readResponse()).isEqualTo("400 " + body);
        }
    }

    @Test
    void understandsAPercentEncodedQuery() throws IOException {
        try (RawConnection connection = new RawConnection(SERVER.echo())) {
            connection.send("GET /engine.io/?E%49O=4&transport=%70olling HTTP/1.1\r\nHost: x\r\n\r\n");

            assertThat(connection.readResponse()).startsWith("200 0{");
        }
    }

    @Test
    void endsASessionWithTwoGets() throws IOException {
        String sid = open();
        try (RawConnection first = new RawConnection(SERVER.echo());
                RawConnection second = new RawConnection(SERVER.echo())) {
            first.send(get(sid));
            awaitPoll();
            second.send(get(sid));

            assertThat(List.of(first.readResponse(), second.readResponse()))
                    .containsExactlyInAnyOrder("200 1", "400 {\"code\":3,\"message\":\"Bad request\"}");
        }
        assertThat(request(get(sid))).isEqualTo("400 {\"code\":1,\"message\":\"Session ID unknown\"}");
    }

    @Test
    void endsASessionWithTwoPostsAndAnswersBoth() throws IOException {
        String sid = open();
        try (RawConnection first = new RawConnection(SERVER.echo());
                RawConnection second = new RawConnection(SERVER.echo())) {
            // neither is complete, so that they overlap whichever the server sees first
            first.send(postHead(sid, 2) + "4");
            second.send(postHead(sid, 2) + "4");

            assertThat(first.readResponse()).startsWith("400 ");
            assertThat(second.readResponse()).startsWith("400 ");
        }
        assertThat(request(get(sid))).startsWith("400 ");
    }

    @Test
    void decodesABodyAsAWholeWhateverTheChunking() throws IOException {
        String message = "4h\u20ac\uD83D\uDE00";
        byte[] body = message.getBytes(StandardCharsets.UTF_8);
        for (int cut = 1; cut < body.length; cut++) {
            String sid = open();
            try (RawConnection connection = new RawConnection(SERVER.echo())) {
                connection.send(postHead(sid, body.length));
                connection.send(java.util.Arrays.copyOf(body, cut));
                awaitPoll();
                connection.send(java.util.Arrays.copyOfRange(body, cut, body.length));

                assertThat(connection.readResponse()).isEqualTo("200 ok");
            }
            assertThat(request(get(sid))).isEqualTo("200 " + message);
        }
    }

    @Test
    void answersAGetThatWaitsBeforeAPipelinedPostInOrder() throws IOException {
        String sid = open();
        try (RawConnection connection = new RawConnection(SERVER.echo())) {
            for (String message : List.of("4a", "4b")) {
                connection.send(get(sid) + postHead(sid, 2) + message);

                assertThat(connection.readResponse()).isEqualTo("200 " + message);
                assertThat(connection.readResponse()).isEqualTo("200 ok");
            }
        }
    }

    @Test
    void refusesABodyOverMaxPayloadAndKeepsTheSession() throws IOException {
        String sid = open();

        assertThat(request(postHead(sid, 1001) + "4".repeat(1001))).startsWith("413");
        assertThat(request(postHead(sid, 1000) + "4".repeat(1000))).isEqualTo("200 ok");
    }

    @Test
    void endsASessionWithAMalformedPacket() throws IOException {
        String sid = open();

        assertThat(request(postHead(sid, 3) + "abc")).startsWith("400 ");
        assertThat(request(get(sid))).startsWith("400 ");
    }

    @Test
    void answersAWaitingGetWithANoopWhenTheClientCloses() throws IOException {
        String sid = open();
        try (RawConnection waiting = new RawConnection(SERVER.echo())) {
            waiting.send(get(sid));
            awaitPoll();

            assertThat(request(postHead(sid, 1) + "1")).isEqualTo("200 ok");
            assertThat(waiting.readResponse()).isEqualTo("200 6");
        }
        assertThat(request(get(sid))).startsWith("400 ");
    }

    @Test
    void refusesAnotherTransportWithoutTakingPackets() throws IOException {
        String sid = open();
        request(postHead(sid, 2) + "4a");

        assertThat(request("GET /engine.io/?EIO=4&transport=websocket&sid=" + sid + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .isEqualTo("400 {\"code\":3,\"message\":\"Bad request\"}");
        assertThat(request(get(sid))).isEqualTo("200 4a");
    }

    @Test
    void losesDoublesAndReordersNothingWhileUpgrading() throws IOException {
        String sid = open();
        List<String> expected = new ArrayList<>();
        List<String> received = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            expected.add("4" + i);
            request(postHead(sid, expected.get(i).length()) + expected.get(i));
        }
        try (RawConnection webSocket = RawConnection.webSocket(SERVER.echo(), "&sid=" + sid, text("2probe"))) {
            webSocket.readHead();
            assertThat(webSocket.readText()).isEqualTo("3probe");
            try (RawConnection second = RawConnection.webSocket(SERVER.echo(), "&sid=" + sid, new byte[0])) {
                second.readHead();
                assertThat(second.readCloseCode()).isEqualTo(1008);
            }
            received.addAll(List.of(request(get(sid)).substring(4).split("\u001e")));
            assertThat(request(get(sid))).isEqualTo("200 6");
            for (int i = 20; i < 40; i++) {
                expected.add("4" + i);
                request(postHead(sid, expected.get(i).length()) + expected.get(i));
            }
            webSocket.send(text("5"), text("4last"));
            expected.add("4last");
            while (received.size() < expected.size()) {
                received.add(webSocket.readText());
            }
            assertThat(request(get(sid))).startsWith("400 ");
        }
        assertThat(received).isEqualTo(expected);
    }

    @Test
    void leavesPollingUsableWhenAnUpgradeIsAbandoned() throws IOException {
        String sid = open();
        try (RawConnection webSocket = RawConnection.webSocket(SERVER.echo(), "&sid=" + sid, text("4garbage"))) {
            webSocket.readHead();
            assertThat(webSocket.readCloseCode()).isEqualTo(1000);
        }

        assertThat(request(postHead(sid, 2) + "4a")).isEqualTo("200 ok");
        assertThat(request(get(sid))).isEqualTo("200 4a");
    }

    @Test
    void answersPreflightsAndShutsOtherOriginsOut() throws IOException {
        String options = "OPTIONS /engine.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: x\r\nOrigin: ";
        try (RawConnection connection = new RawConnection(SERVER.echo())) {
            connection.send(options + "http://good\r\n\r\n" + options + "http://evil\r\n\r\n");

            assertThat(connection.readHead()).contains("204").contains("Access-Control-Allow-Origin: http://good");
            assertThat(connection.readHead()).contains("204").doesNotContain("Access-Control-Allow");
        }
        assertThat(request(
                        "GET /engine.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: x\r\nOrigin: http://evil\r\n\r\n"))
                .startsWith("403 ");
    }

    /** Gives a request on one connection a head start; a test does not pass for the lack of it. */
    private static void awaitPoll() throws IOException {
        request("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    }

    private static String open() throws IOException {
        String response = request("GET /engine.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(response).startsWith("200 0{\"sid\":\"");
        return response.substring(13, response.indexOf('"', 13));
    }

    private static String get(String sid) {
        return "GET /engine.io/?EIO=4&transport=polling&sid=" + sid + " HTTP/1.1\r\nHost: x\r\n\r\n";
    }

    private static String postHead(String sid, int length) {
        return "POST /engine.io/?EIO=4&transport=polling&sid=" + sid + " HTTP/1.1\r\nHost: x\r\nContent-Length: "
                + length + "\r\n\r\n";
    }

    private static String request(String request) throws IOException {
        try (RawConnection connection = new RawConnection(SERVER.echo())) {
            connection.send(request);
            return connection.readResponse();
        }
    }
}
