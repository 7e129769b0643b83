package dev.umpire.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.server.ServerOptions;
import dev.umpire.server.SocketIoServer;
import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The conformance app as a released client sees it, over each transport. */
class RealClientTest {
    private SocketIoServer server;
    private Socket client;

    static List<Arguments> transports() {
        return List.of(
                Arguments.of((Object) new String[] {"polling"}),
                Arguments.of((Object) new String[] {"websocket"}),
                Arguments.of((Object) new String[] {"polling", "websocket"}));
    }

    @BeforeEach
    void start() {
        server = SocketIoServer.create(ServerOptions.defaults());
        ConformanceApp.install(server);
        server.start();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @ParameterizedTest
    @MethodSource("transports")
    void emitsManyInOrderAndAcknowledges(String[] transports) throws Exception {
        connect("/", transports);
        List<Integer> received = Collections.synchronizedList(new ArrayList<>());
        client.on("n", args -> received.add((Integer) args[0]));

        JSONObject answer = command(new JSONObject(
                Map.of("op", "emit", "via", "io", "event", "n", "args", new JSONArray(), "repeat", 500)));

        assertThat(answer.getBoolean("ok")).isTrue();
        // the acknowledgement was sent after the emits, and nothing overtakes
        assertThat(received).isEqualTo(IntStream.range(0, 500).boxed().toList());
    }

    @ParameterizedTest
    @MethodSource("transports")
    void returnsBytesAsTheyWere(String[] transports) throws Exception {
        connect("/", transports);
        CompletableFuture<Object[]> answer = new CompletableFuture<>();

        client.emit("message-with-ack", new Object[] {new byte[] {1, 2}, "x", new byte[0]}, (Ack) answer::complete);

        assertThat(answer.get(5, TimeUnit.SECONDS)).containsExactly(new byte[] {1, 2}, "x", new byte[0]);
    }

    @ParameterizedTest
    @MethodSource("transports")
    void gathersTheAnswersOfAll(String[] transports) throws Exception {
        connect("/dynamic-7", transports);
        client.on("question", args -> ((Ack) args[args.length - 1]).call(42));

        JSONObject answer = command(
                new JSONObject(Map.of("op", "emitWithAck", "via", "io", "event", "question", "timeoutMs", 5000)));

        assertThat(answer.getBoolean("timedOut")).isFalse();
        assertThat(answer.getJSONArray("responses").toString()).isEqualTo("[42]");
    }

    @ParameterizedTest
    @MethodSource("transports")
    void refusesTheGuardedNamespaceWithData(String[] transports) throws Exception {
        client = IO.socket(
                uri("/guarded"), IO.Options.builder().setTransports(transports).build());
        CompletableFuture<JSONObject> error = new CompletableFuture<>();
        client.on(Socket.EVENT_CONNECT_ERROR, args -> error.complete((JSONObject) args[0]));
        client.connect();

        assertThat(error.get(5, TimeUnit.SECONDS).toString())
                .isEqualTo("{\"data\":{\"code\":401},\"message\":\"not authorized\"}");
    }

    @ParameterizedTest
    @MethodSource("transports")
    void acknowledgesADisconnectionBeforeItHappens(String[] transports) throws Exception {
        connect("/custom", transports);
        CompletableFuture<Object> reason = new CompletableFuture<>();
        client.on(Socket.EVENT_DISCONNECT, args -> reason.complete(args[0]));

        JSONObject answer = command(new JSONObject(Map.of("op", "disconnect", "close", true)));

        assertThat(answer.getBoolean("ok")).isTrue();
        assertThat(reason.get(5, TimeUnit.SECONDS)).isEqualTo("io server disconnect");
    }

    private void connect(String namespace, String... transports) throws Exception {
        client = IO.socket(
                uri(namespace), IO.Options.builder().setTransports(transports).build());
        CompletableFuture<Boolean> connected = new CompletableFuture<>();
        client.on(Socket.EVENT_CONNECT, args -> connected.complete(true));
        client.connect();
        connected.get(5, TimeUnit.SECONDS);
    }

    private JSONObject command(JSONObject command) throws Exception {
        CompletableFuture<JSONObject> answer = new CompletableFuture<>();
        client.emit("umpire", new Object[] {command}, (Ack) args -> answer.complete((JSONObject) args[0]));
        return answer.get(5, TimeUnit.SECONDS);
    }

    private String uri(String namespace) {
        return "http://127.0.0.1:" + server.port() + namespace;
    }
}
