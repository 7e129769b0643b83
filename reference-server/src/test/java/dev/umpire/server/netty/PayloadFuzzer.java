package dev.umpire.server.netty;

import java.nio.charset.StandardCharsets;

/** Polling payloads: each line of the input is the body of a POST, and what it leads to is fetched. */
public final class PayloadFuzzer {
    private static final String TARGET = "/s/?EIO=4&transport=polling&sid=" + FuzzedServer.SID;

    private PayloadFuzzer() {}

    /** Called by Jazzer before the first input. */
    public static void fuzzerInitialize() {
        FuzzedServer.warmUp();
    }

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        try (FuzzedServer server = new FuzzedServer()) {
            server.open();
            for (String body : new String(input, StandardCharsets.ISO_8859_1).split("\n", -1)) {
                server.receive("POST " + TARGET + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body);
                server.receive("GET " + TARGET + " HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\n\r\n");
            }
        }
    }
}
