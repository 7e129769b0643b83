package dev.umpire.server.netty;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Says of text that comes in pieces whether it can still be UTF-8, so that a message is not waited for in vain (RFC
 * 6455, section 8.1).
 */
final class Utf8Stream {
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final CharBuffer ignored = CharBuffer.allocate(1024);
    private byte[] incomplete = {};

    /** One that has taken the same pieces, and takes others from here on. */
    Utf8Stream copy() {
        Utf8Stream copy = new Utf8Stream();
        copy.incomplete = incomplete;
        return copy;
    }

    /** Takes a piece; a character may be cut in two at its end. */
    boolean accepts(byte[] piece) {
        ByteBuffer bytes = ByteBuffer.allocate(incomplete.length + piece.length);
        bytes.put(incomplete).put(piece).flip();
        CoderResult result = decoder.decode(bytes, ignored.clear(), false);
        while (result.isOverflow()) {
            result = decoder.decode(bytes, ignored.clear(), false);
        }
        incomplete = new byte[bytes.remaining()];
        bytes.get(incomplete);
        return !result.isError();
    }
}
