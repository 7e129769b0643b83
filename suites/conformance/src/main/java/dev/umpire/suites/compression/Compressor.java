package dev.umpire.suites.compression;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.Deflater;

/** Compresses messages as permessage-deflate has it (RFC 7692, 7.2.1), with or without what was sent before. */
final class Compressor {
    private static final int TAIL = 4;

    private final boolean takeover;
    private final Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);

    /**
     * Has sent nothing yet.
     *
     * @param takeover whether a message may refer back to earlier ones
     */
    Compressor(boolean takeover) {
        this.takeover = takeover;
    }

    byte[] compress(byte[] message) {
        if (!takeover) {
            deflater.reset();
        }
        return flushed(deflater, message);
    }

    /** Blocks of each kind that there is: stored as it is, with codes of its own, and with the fixed ones. */
    static byte[] inSeveralBlocks(byte[] message) {
        Deflater blocks = new Deflater(Deflater.NO_COMPRESSION, true);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int third = message.length / 3;
        out.writeBytes(drained(blocks, Arrays.copyOf(message, third)));
        blocks.setLevel(Deflater.BEST_COMPRESSION);
        out.writeBytes(drained(blocks, Arrays.copyOfRange(message, third, message.length - 3)));
        out.writeBytes(flushed(blocks, Arrays.copyOfRange(message, message.length - 3, message.length)));
        blocks.end();
        return out.toByteArray();
    }

    /** With a last block that says that it is the last (RFC 7692, 7.2.3.4). */
    static byte[] withAFinalBlock(byte[] message) {
        Deflater finishing = new Deflater(Deflater.BEST_COMPRESSION, true);
        finishing.setInput(message);
        finishing.finish();
        byte[] buffer = new byte[message.length + 64];
        int length = finishing.deflate(buffer);
        finishing.end();
        // one byte more, zero, so that what the receiver appends makes an empty block
        return Arrays.copyOf(buffer, length + 1);
    }

    private static byte[] flushed(Deflater deflater, byte[] input) {
        byte[] whole = drained(deflater, input);
        return Arrays.copyOf(whole, whole.length - TAIL);
    }

    private static byte[] drained(Deflater deflater, byte[] input) {
        deflater.setInput(input);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        int length = buffer.length;
        while (length == buffer.length) {
            length = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
            out.write(buffer, 0, length);
        }
        return out.toByteArray();
    }
}
