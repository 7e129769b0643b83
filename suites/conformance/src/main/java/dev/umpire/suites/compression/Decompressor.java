package dev.umpire.suites.compression;

import dev.umpire.fixtures.judgement.Undecided;
import dev.umpire.fixtures.judgement.Violation;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads messages that were compressed by permessage-deflate (RFC 7692, 7.2.2). */
final class Decompressor {
    private static final byte[] TAIL = {0, 0, (byte) 0xff, (byte) 0xff};
    private static final int MOST = 64 * 1024 * 1024;

    private final boolean takeover;
    private final Inflater inflater = new Inflater(true);

    /**
     * Has received nothing yet.
     *
     * @param takeover whether a message may refer back to earlier ones
     */
    Decompressor(boolean takeover) {
        this.takeover = takeover;
    }

    /**
     * The message of a compressed payload.
     *
     * @throws Violation if it is not what a compressor makes
     */
    byte[] decompress(byte[] payload) {
        if (!takeover || inflater.finished()) {
            inflater.reset();
        }
        byte[] input = Arrays.copyOf(payload, payload.length + TAIL.length);
        System.arraycopy(TAIL, 0, input, payload.length, TAIL.length);
        inflater.setInput(input);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int length = inflater.inflate(buffer); length > 0; length = inflater.inflate(buffer)) {
                out.write(buffer, 0, length);
                if (out.size() > MOST) {
                    throw new Undecided("a message inflates beyond " + MOST + " bytes, more than Umpire reads");
                }
            }
        } catch (DataFormatException e) {
            throw new Violation(
                    "a message that can be inflated (RFC 7692, 7.2.2)" + (takeover ? "" : ", without those before it"),
                    String.valueOf(e.getMessage()));
        }
        return out.toByteArray();
    }
}
