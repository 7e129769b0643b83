package dev.umpire.reports;

import dev.umpire.reports.model.TranscriptEntry;
import dev.umpire.reports.model.TranscriptEntry.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Conversations as a client and a Socket.IO server have them; times and session ids come from a seed. */
final class SampleTranscripts {
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789-_";
    private final List<TranscriptEntry> entries = new ArrayList<>();
    private final Random random;
    private final int port;
    private long micros;

    SampleTranscripts(long seed) {
        random = new Random(seed);
        port = 40000 + random.nextInt(9999);
    }

    /** One WebSocket connection that connects, is greeted and exchanges some events. */
    List<TranscriptEntry> webSocket(int events) {
        openWebSocket("alice");
        connect("alice");
        for (int i = 0; i < events; i++) {
            sent(
                    "alice",
                    "text frame",
                    "42[\"message\"," + i + ",\"hello\"]",
                    "message · EVENT \"message\" " + i + ", \"hello\"");
            received(
                    "alice",
                    "text frame",
                    "42[\"message-back\"," + i + ",\"hello\"]",
                    "message · EVENT \"message-back\" " + i + ", \"hello\"");
        }
        sent("alice", "close frame", "\\x03\\xe8", "1000 normal closure");
        received("alice", "close frame", "\\x03\\xe8", "1000 normal closure");
        return entries;
    }

    /** A polling session with requests and responses of several lines. */
    List<TranscriptEntry> polling() {
        String sid = sid();
        sent("wire-1", "http request", get("/socket.io/?EIO=4&transport=polling"), "GET handshake");
        received(
                "wire-1",
                "http response",
                response(
                        "0{\"sid\":\"" + sid
                                + "\",\"upgrades\":[\"websocket\"],\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":1000000}"),
                "200 · open sid " + sid);
        sent(
                "wire-1",
                "http request",
                "POST /socket.io/?EIO=4&transport=polling&sid=" + sid + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                        + "\r\nContent-Length: 2\r\n\r\n40",
                "POST · message · CONNECT /");
        received("wire-1", "http response", response("ok"), "200 · ok");
        sent("wire-1", "http request", get("/socket.io/?EIO=4&transport=polling&sid=" + sid), "GET poll");
        received(
                "wire-1",
                "http response",
                response("40{\"sid\":\"" + sid() + "\"}\\x1e42[\"auth\",{}]"),
                "200 · message · CONNECT / · message · EVENT \"auth\" {}");
        note("wire-1", "nothing more for 300 ms: quiet");
        return entries;
    }

    /** Several clients of whom some get a broadcast. */
    List<TranscriptEntry> broadcast(int clients) {
        List<String> names = List.of("alice", "bob", "carol", "dave", "erin", "frank", "grace", "heidi")
                .subList(0, clients);
        names.forEach(this::openWebSocket);
        names.forEach(this::connect);
        sent(
                "alice",
                "text frame",
                "420[\"umpire\",{\"op\":\"emit\",\"via\":\"broadcast\",\"event\":\"tick\",\"args\":[\"x\"],\"repeat\":3}]",
                "message · EVENT 0 \"umpire\" emit broadcast \"tick\" ×3");
        for (int i = 0; i < 3; i++) {
            for (String name : names.subList(1, clients)) {
                received(
                        name,
                        "text frame",
                        "42[\"tick\"," + i + ",\"x\"]",
                        "message · EVENT \"tick\" " + i + ", \"x\"");
            }
        }
        received("alice", "text frame", "430[]", "message · ACK 0");
        note("harness", "quiet time of 250 ms begins: nobody may receive anything more");
        return entries;
    }

    /** Garbage on a raw connection. */
    List<TranscriptEntry> malformed() {
        sent("wire-1", "tcp", "\\x81\\x85\\x00\\x00\\x00\\x00\\xff\\xfe\\xfd", "text frame, not UTF-8");
        received("wire-1", "close frame", "\\x03\\xef", "1007 invalid payload");
        received("wire-1", "tcp", "", "FIN");
        return entries;
    }

    /** A conversation of very many packets, one of them very long. */
    List<TranscriptEntry> flood(int packets) {
        openWebSocket("alice");
        for (int i = 0; i < packets; i++) {
            received("alice", "text frame", "42[\"tick\"," + i + "]", "message · EVENT \"tick\" " + i);
        }
        sent("alice", "text frame", "4".repeat(120_000), null);
        return entries;
    }

    private void openWebSocket(String name) {
        sent(name, "http request", get("/socket.io/?EIO=4&transport=websocket"), "WebSocket handshake");
        received(
                name,
                "http response",
                "HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n",
                "101");
        received(
                name,
                "text frame",
                "0{\"sid\":\"" + sid()
                        + "\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":1000000}",
                "open · ping every 25 s");
    }

    private void connect(String name) {
        sent(name, "text frame", "40", "message · CONNECT /");
        received(name, "text frame", "40{\"sid\":\"" + sid() + "\"}", "message · CONNECT / with sid");
    }

    private String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nConnection: keep-alive\r\nAccept: */*\r\nOrigin: http://localhost\r\n\r\n";
    }

    private static String response(String body) {
        return "HTTP/1.1 200 OK\r\ncontent-type: text/plain; charset=UTF-8\r\ncontent-length: " + body.length()
                + "\r\naccess-control-allow-origin: *\r\n\r\n" + body;
    }

    private String sid() {
        StringBuilder sid = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            sid.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return sid.toString();
    }

    private void sent(String connection, String kind, String content, @Nullable String meaning) {
        add(connection, Direction.SENT, kind, content, meaning);
    }

    private void received(String connection, String kind, String content, @Nullable String meaning) {
        add(connection, Direction.RECEIVED, kind, content, meaning);
    }

    private void note(String connection, String content) {
        add(connection, Direction.NOTE, "note", content, null);
    }

    private void add(String connection, Direction direction, String kind, String content, @Nullable String meaning) {
        micros += 80 + random.nextInt(4000);
        entries.add(new TranscriptEntry(micros, connection, direction, kind, content, meaning));
    }
}
