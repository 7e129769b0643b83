package dev.umpire.suites.compression;

import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.wire.HttpExchange;
import dev.umpire.fixtures.wire.HttpReply;
import dev.umpire.suites.rule.Clients;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** A polling session, spoken request by request, whose client says which content codings it takes. */
final class CodedPolling {
    /** What a packet of a payload can begin with (Engine.IO v4, "HTTP long-polling"). */
    private static final String PACKETS = "0123456b";

    private final Clients clients;
    private final String query;

    private CodedPolling(Clients clients, String query) {
        this.clients = clients;
        this.query = query;
    }

    /** Opens a session in the main namespace, whose greeting from the app was read. */
    static CodedPolling open(Clients clients) {
        return Clients.prerequisite("SIO-CONNECT-POLLING", () -> {
            String open = clients.get("EIO=4&transport=polling").text();
            if (!open.startsWith("0{")) {
                throw new Violation("an open packet", open);
            }
            String sid = Json.parse(open.substring(1)).path("sid").asText();
            CodedPolling session = new CodedPolling(clients, "EIO=4&transport=polling&sid=" + sid);
            session.post("40");
            session.poll("", "42[\"auth\"");
            return session;
        });
    }

    /** Has the app send a text back, and gives the answer to the poll that brings it. */
    HttpReply echo(String text, String headers) {
        ask(text);
        return poll(headers, "42[\"message-back\"");
    }

    /** Has the app send a text back. */
    void ask(String text) {
        post("42[\"message\",\"" + text + "\"]");
    }

    /** Sends a poll and does not wait for its answer. */
    HttpExchange pendingPoll(String headers) {
        return clients.send("GET", query, headers, null);
    }

    /** The payload of an answer, whose coding must be one of those that the client takes. */
    static String decoded(HttpReply reply, String... taken) {
        String coding = reply.header("content-encoding").orElse("identity").toLowerCase(Locale.ROOT);
        if (!coding.equals("identity") && !List.of(taken).contains(coding)) {
            throw new Violation("a content coding that the client takes", coding);
        }
        InputStream body = new ByteArrayInputStream(reply.body());
        try (InputStream plain = switch (coding) {
            case "gzip" -> new GZIPInputStream(body);
            case "deflate" -> new InflaterInputStream(body);
            default -> body;
        }) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Violation("a body in the content coding " + coding, e.toString());
        }
    }

    private void post(String body) {
        HttpReply reply = clients.post(query, body);
        if (reply.status() != 200) {
            throw new Violation("HTTP 200 to a POST", reply.toString());
        }
    }

    /** Polls until a payload holds what is wanted; pings are answered. */
    private HttpReply poll(String headers, String wanted) {
        long deadline = System.nanoTime() + clients.timing().await().toNanos();
        while (true) {
            HttpReply reply = pendingPoll(headers).reply();
            if (reply.status() != 200) {
                throw new Violation("HTTP 200 to a poll", reply.toString());
            }
            String payload = decoded(reply, "gzip", "deflate");
            if (payload.isEmpty() || PACKETS.indexOf(payload.charAt(0)) < 0) {
                throw new Violation("a payload, in the coding that its header names", reply.headers() + " " + reply);
            }
            for (String packet : payload.split("\u001e", -1)) {
                if (packet.equals("2")) {
                    post("3");
                }
            }
            if (payload.contains(wanted)) {
                return reply;
            }
            if (System.nanoTime() - deadline > 0) {
                throw new Violation("a payload with " + wanted, "others, the last one " + reply);
            }
        }
    }
}
