package dev.umpire.suites.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.client.SocketClient;
import dev.umpire.fixtures.discovery.Profile;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.judgement.Blocked;
import dev.umpire.fixtures.judgement.Undecided;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.transcript.Transcript;
import dev.umpire.fixtures.wire.Endpoint;
import dev.umpire.fixtures.wire.EngineWire;
import dev.umpire.fixtures.wire.HttpExchange;
import dev.umpire.fixtures.wire.HttpReply;
import dev.umpire.fixtures.wire.Margin;
import dev.umpire.fixtures.wire.RawWebSocket;
import dev.umpire.fixtures.wire.TcpConnection;
import dev.umpire.fixtures.wire.Timing;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.fixtures.wire.Wires;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a rule talks to the target with; whatever it opens is closed when the rule ends. A step that another rule covers
 * and that does not work ends this rule as {@link Blocked}, so that one fault shows as one failure.
 */
public final class Clients implements AutoCloseable {
    private final Profile profile;
    private final Shared shared;
    private final Wires wires;
    private final Opened opened;
    private int anonymous;

    Clients(Profile profile, Shared shared) {
        this.profile = profile;
        this.shared = shared;
        String token = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
        this.wires = new Wires(profile.endpoint(), profile.timing(), new Transcript(), token);
        this.opened = new Opened(wires.transcript());
    }

    /** The target as it was found. */
    public Profile profile() {
        return profile;
    }

    /** How long to wait. */
    public Timing timing() {
        return profile.timing();
    }

    /** Where the target listens. */
    public Endpoint endpoint() {
        return profile.endpoint();
    }

    /** Everything that crossed the wires. */
    public Transcript transcript() {
        return wires.transcript();
    }

    /** How close the rule came to a deadline so far. */
    Margin margin() {
        return wires.margin();
    }

    /** An event name that no other rule uses, so that its broadcasts disturb none. */
    public String event(String name) {
        return PacketWire.MARK + wires.token() + ':' + name;
    }

    /** A room name that no other rule uses. */
    public String room(String name) {
        return name + '-' + wires.token();
    }

    /**
     * Uses something that rules of one run use by turns, since making it for each would take too long.
     *
     * @param key stands for it
     * @param make makes it if nobody did, or the last turn ended with an exception
     */
    public <T> void sharing(Object key, Function<Clients, T> make, Consumer<T> use) {
        shared.turn(key, make, use, this);
    }

    /** A TCP connection to the target. */
    public TcpConnection tcp() {
        return closing(TcpConnection.open(nextName("tcp"), wires));
    }

    /** An HTTP connection to the target. */
    public HttpExchange http() {
        return closing(new HttpExchange(TcpConnection.open(nextName("http"), wires)));
    }

    /** The answer to a GET with a query, on a connection of its own. */
    public HttpReply get(String query) {
        return pendingGet(query).reply();
    }

    /** Sends a GET with a query and does not wait for its answer. */
    public HttpExchange pendingGet(String query) {
        return send("GET", query, "", null);
    }

    /** The answer to a POST of text, on a connection of its own. */
    public HttpReply post(String query, String body) {
        return send("POST", query, "Content-Type: text/plain;charset=UTF-8\r\n", body)
                .reply();
    }

    /** Sends any request with extra header lines and does not wait for its answer. */
    public HttpExchange send(String method, String query, String headers, @Nullable String body) {
        byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        String length = body == null ? "" : "Content-Length: " + bytes.length + "\r\n";
        HttpExchange http = http();
        http.send(
                method + " " + endpoint().target(query) + " HTTP/1.1\r\nHost: "
                        + endpoint().authority() + "\r\n" + headers + length + "\r\n",
                bytes);
        return http;
    }

    /** A WebSocket spoken by hand, on which the open packet was read. */
    public RawWebSocket rawWebSocket() {
        return prerequisite("EIO-OPEN-WEBSOCKET", () -> {
            RawWebSocket socket = rawWebSocket("");
            socket.nextData();
            return socket;
        });
    }

    /** A WebSocket spoken by hand, for a session that exists. */
    public RawWebSocket rawWebSocket(String sid) {
        return closing(RawWebSocket.open(nextName("ws"), wires, sid));
    }

    /** An Engine.IO session. */
    public EngineWire engine(Via via) {
        String covered = switch (via) {
            case POLLING -> "EIO-OPEN-POLLING";
            case WEBSOCKET -> "EIO-OPEN-WEBSOCKET";
            case UPGRADE -> "EIO-UPGRADE-PROBE";
        };
        return prerequisite(covered, () -> closing(EngineWire.open(nextName("wire"), wires, via)));
    }

    /** An Engine.IO session on which Socket.IO packets are read, none of them sent yet. */
    public PacketWire packets(Via via) {
        return new PacketWire(engine(via));
    }

    /** The same over {@link #via()}. */
    public PacketWire packets() {
        return packets(via());
    }

    /** A session that has joined the main namespace, and whose greeting from the echo app was read. */
    public PacketWire joined(Via via) {
        return prerequisite("SIO-CONNECT-MAIN", () -> {
            PacketWire wire = packets(via);
            wire.send("40");
            wire.next(SocketPacket.Type.CONNECT, SocketPacket.MAIN);
            if (profile.tier().includes(Tier.ECHO)) {
                wire.next();
            }
            return wire;
        });
    }

    /** The same over {@link #via()}. */
    public PacketWire joined() {
        return joined(via());
    }

    /** A connection of a named client, without any namespace yet. */
    public SocketClient client(String name, Via via) {
        return prerequisite("SIO-CONNECT-MAIN", () -> closing(SocketClient.open(name, wires, via)));
    }

    /** A named client's socket in a namespace. */
    public ClientSocket socket(String name, Via via, String namespace) {
        SocketClient client = client(name, via);
        String covered = namespace.equals(SocketPacket.MAIN) ? "SIO-CONNECT-MAIN" : "SIO-CONNECT-CUSTOM";
        return prerequisite(covered, () -> client.connect(namespace, null));
    }

    /** A named client's socket in the main namespace. */
    public ClientSocket socket(String name, Via via) {
        return socket(name, via, SocketPacket.MAIN);
    }

    /** A named client's socket in the main namespace, over WebSocket where the target offers it. */
    public ClientSocket socket(String name) {
        return socket(name, via());
    }

    /** WebSocket where the target offers it, polling otherwise: for what holds over any transport. */
    public Via via() {
        return profile.offers(Via.WEBSOCKET) ? Via.WEBSOCKET : Via.POLLING;
    }

    /** A namespace that no other rule uses, where the target makes them on demand; the custom one otherwise. */
    public String ownNamespace() {
        return profile.capabilities().contains("dynamic-namespaces")
                ? "/dynamic-" + ThreadLocalRandom.current().nextLong(1L << 40)
                : "/custom";
    }

    /** Has the target carry out a command of the conformance app, written with {@code '} for {@code "}. */
    public JsonNode command(ClientSocket socket, String json) {
        return command(socket, Json.parse(json));
    }

    /** Has the target carry out a command of the conformance app. */
    public JsonNode command(ClientSocket socket, JsonNode command) {
        return prerequisite(
                "SIO-ACK-ANSWERED", () -> socket.request("umpire", command).path(0));
    }

    /**
     * Has the target carry out a command of the conformance app, and insists that it did.
     *
     * @throws Violation if the answer is an error
     * @throws Blocked if it is one to an emit to several rooms, which the rules of those cover
     */
    public void carriedOut(ClientSocket socket, JsonNode command) {
        carriedOut(command, command(socket, command));
    }

    /** Insists on the answer to a command that was carried out. */
    public static void carriedOut(JsonNode command, JsonNode answer) {
        if (answer.path("ok").asBoolean()) {
            return;
        }
        Violation violation = new Violation("{\"ok\":true} in answer to " + command, answer.toString());
        if (command.path("to").size() > 1) {
            throw new Blocked("SCOPE-ROOM-UNION", violation);
        }
        throw violation;
    }

    /** Turns a violation in a step that another rule covers into {@link Blocked}; a stray packet belongs to none. */
    public static <T> T prerequisite(String rule, Supplier<T> step) {
        try {
            return step.get();
        } catch (Violation e) {
            // a delivery to somebody who must not get it is no failure of the step in which it is noticed
            if (SocketClient.stray(e)) {
                throw e;
            }
            throw new Blocked(rule, e);
        }
    }

    private String nextName(String kind) {
        anonymous++;
        return kind + '-' + anonymous;
    }

    /**
     * Has something closed when the rule ends.
     *
     * @throws Undecided if the rule should have ended long ago
     */
    public <T extends AutoCloseable> T closing(T resource) {
        return opened.add(resource);
    }

    /** Closes what is open and lets nothing more be opened: a rule that finds no end comes to one by that. */
    void giveUp() {
        opened.giveUp();
    }

    /** Whether the rule was brought to its end. */
    boolean givenUp() {
        return opened.givenUp();
    }

    @Override
    public void close() {
        opened.close();
    }
}
