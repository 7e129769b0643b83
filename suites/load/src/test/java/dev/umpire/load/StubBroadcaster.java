package dev.umpire.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** A server that knows just enough of Engine.IO, Socket.IO and the conformance app to broadcast, rightly or wrongly. */
final class StubBroadcaster extends WebSocketServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Delivery delivery;
    private final List<WebSocket> joined = new ArrayList<>();
    private final CountDownLatch ready = new CountDownLatch(1);

    /** How a broadcast reaches one of its receivers. */
    interface Delivery {
        /** Delivers as it should be. */
        Delivery FAITHFUL = (socket, index, number, frame) -> socket.send(frame);

        /** Delivers to the receiver that joined at the given index (from 0, the asking client apart). */
        void deliver(WebSocket socket, int index, long number, String frame);
    }

    private StubBroadcaster(Delivery delivery) {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        this.delivery = delivery;
        setReuseAddr(true);
        setDaemon(true);
    }

    static StubBroadcaster start(Delivery delivery) throws InterruptedException {
        StubBroadcaster stub = new StubBroadcaster(delivery);
        stub.start();
        if (!stub.ready.await(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the stub did not start");
        }
        return stub;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + getPort() + "/socket.io/");
    }

    @Override
    public void close() {
        try {
            stop(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onStart() {
        ready.countDown();
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
        socket.send(
                "0{\"sid\":\"e\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":3000,\"maxPayload\":1000000}");
        socket.send("2");
    }

    @Override
    public synchronized void onMessage(WebSocket socket, String message) {
        if (message.equals("40")) {
            joined.add(socket);
            socket.send("40{\"sid\":\"s" + joined.size() + "\"}");
            socket.send("42[\"auth\",{}]");
        } else if (message.startsWith("42[\"message\"")) {
            socket.send(message.replace("message", "message-back"));
        } else if (message.startsWith("42")) {
            command(socket, message);
        } else if (message.equals("41")) {
            joined.remove(socket);
        }
    }

    private void command(WebSocket asking, String message) {
        int bracket = message.indexOf('[');
        JsonNode command = parse(message.substring(bracket)).path(1);
        String answer = "{\"contract\":1,\"server\":\"stub\"}";
        if (command.path("op").asText().equals("emit")) {
            broadcast(asking, command);
            answer = "{\"ok\":true}";
        }
        asking.send("43" + message.substring(2, bracket) + "[" + answer + "]");
    }

    private void broadcast(WebSocket asking, JsonNode command) {
        JsonNode arguments = command.path("args");
        String frame = "42[" + command.path("event") + "," + arguments.path(0) + "," + arguments.path(1) + "]";
        List<WebSocket> others =
                joined.stream().filter(socket -> socket != asking).toList();
        for (int index = 0; index < others.size(); index++) {
            delivery.deliver(others.get(index), index, arguments.path(0).asLong(), frame);
        }
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    @Override
    public synchronized void onClose(WebSocket socket, int code, String reason, boolean remote) {
        // a receiver that the stub closed stays in the list, so that the others keep their index
        if (remote) {
            joined.remove(socket);
        }
    }

    @Override
    public void onError(WebSocket socket, Exception failure) {
        // what a test does to a connection is no error of the stub's
    }
}
