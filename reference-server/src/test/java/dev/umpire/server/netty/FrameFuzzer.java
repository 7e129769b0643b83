package dev.umpire.server.netty;

import java.util.Arrays;

/** Frames as bytes, on WebSockets of Engine.IO and of the bare echo, compressed too. */
public final class FrameFuzzer {
    private FrameFuzzer() {}

    /** Called by Jazzer before the first input. */
    public static void fuzzerInitialize() {
        FuzzedServer.warmUp();
    }

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        try (FuzzedServer server = new FuzzedServer()) {
            switch (input[0]) {
                case 'e' -> server.upgrade("/e");
                case 'u' -> {
                    server.open();
                    server.upgrade("/s/?EIO=4&transport=websocket&sid=" + FuzzedServer.SID);
                }
                default -> server.upgrade("/s/?EIO=4&transport=websocket");
            }
            server.receivePieces(Arrays.copyOfRange(input, 1, input.length));
        }
    }
}
