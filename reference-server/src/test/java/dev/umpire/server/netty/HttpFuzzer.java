package dev.umpire.server.netty;

/** Requests as bytes, cut into pieces anywhere. */
public final class HttpFuzzer {
    private HttpFuzzer() {}

    /** Called by Jazzer before the first input. */
    public static void fuzzerInitialize() {
        FuzzedServer.warmUp();
    }

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        try (FuzzedServer server = new FuzzedServer()) {
            server.receivePieces(input);
        }
    }
}
