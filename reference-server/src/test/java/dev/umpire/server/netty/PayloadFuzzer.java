package dev.umpire.server.netty;

import java.nio.charset.StandardCharsets;

/** Polling payloads: each line of the input is the body of a POST, and what it leads to is fetched. */
public final class PayloadFuzzer {
    private static final String TARGET = "&transport=polling&sid=" + FuzzedServer.SID;
    /** A first line that says so makes it a session of Engine.IO v3, to which bytes are posted. */
    private static final String LEGACY = "v3\n";

    private PayloadFuzzer() {}

    /** Called by Jazzer before the first input. */
    public static void fuzzerInitialize() {
        FuzzedServer.warmUp();
    }

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        boolean legacy = text.startsWith(LEGACY);
        String target = "/s/?EIO=" + (legacy ? 3 : 4) + TARGET;
        try (FuzzedServer server = new FuzzedServer()) {
            server.open(legacy ? 3 : 4);
            for (String body : text.substring(legacy ? LEGACY.length() : 0).split("\n", -1)) {
                boolean bytes = legacy && !body.isEmpty() && body.charAt(0) <= 1;
                server.receive("POST " + target + " HTTP/1.1\r\nHost: x\r\nContent-Type: "
                        + (bytes ? "application/octet-stream" : "text/plain") + "\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body);
                server.receive("GET " + target + " HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\n\r\n");
            }
        }
    }
}
