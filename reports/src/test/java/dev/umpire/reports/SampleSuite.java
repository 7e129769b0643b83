package dev.umpire.reports;

import java.util.List;

/**
 * A suite of the sample runs.
 *
 * @param prefix how the ids of its rules begin
 * @param says its rules in words
 */
record SampleSuite(String name, String prefix, String document, List<String> says) {
    static final List<SampleSuite> ALL = List.of(
            new SampleSuite(
                    "WebSocket handshake",
                    "WS-HANDSHAKE",
                    "RFC 6455",
                    List.of(
                            "answers a valid opening handshake with 101 and the right Sec-WebSocket-Accept",
                            "refuses a handshake without Sec-WebSocket-Key",
                            "closes with 1002 on a frame that is not masked",
                            "closes with 1007 on a text frame that is not UTF-8",
                            "closes with 1002 on a reserved opcode",
                            "answers a ping frame with a pong of the same payload")),
            new SampleSuite(
                    "Engine.IO handshake",
                    "EIO-HANDSHAKE",
                    "Engine.IO protocol v4",
                    List.of(
                            "opens a polling session with sid, upgrades, pingInterval, pingTimeout and maxPayload",
                            "opens a WebSocket session with an open packet as first frame",
                            "answers 400 if EIO is missing",
                            "answers 400 if the transport is unknown",
                            "answers 400 if the sid is unknown",
                            "gives every session its own sid")),
            new SampleSuite(
                    "heartbeat",
                    "EIO-HEARTBEAT",
                    "Engine.IO protocol v4",
                    List.of(
                            "sends a ping every pingInterval",
                            "closes a session whose client does not answer within pingTimeout",
                            "accepts a pong between any two packets")),
            new SampleSuite(
                    "connecting",
                    "SIO-CONNECT",
                    "Socket.IO protocol v5",
                    List.of(
                            "answers CONNECT on the main namespace with a session id",
                            "answers CONNECT to an unknown namespace with CONNECT_ERROR",
                            "closes a connection that never sends CONNECT",
                            "hands the auth payload to the application")),
            new SampleSuite(
                    "emit scopes",
                    "SIO-EMIT",
                    "Emit cheatsheet",
                    List.of(
                            "delivers io.emit to every connected client",
                            "delivers socket.broadcast.emit to everyone but the sender",
                            "delivers socket.emit to that client alone",
                            "delivers to a room exactly once however many rooms a client is in",
                            "delivers nothing to clients of other namespaces")),
            new SampleSuite(
                    "ordering",
                    "SIO-ORDER",
                    "Delivery guarantees",
                    List.of(
                            "keeps 1,000 events of one client in order",
                            "keeps the order while the transport is upgraded",
                            "keeps binary events in order among text events",
                            "handles in order what one client sends")),
            new SampleSuite(
                    "malformed input",
                    "SIO-MALFORMED",
                    "Socket.IO protocol v5",
                    List.of(
                            "closes the connection on a packet of unknown type",
                            "survives attachments that never arrive",
                            "harms nobody else when one client sends garbage")));
}
