package dev.umpire.server.netty;

/**
 * What is compressed for clients that ask for it.
 *
 * @param messages WebSocket messages, by permessage-deflate (RFC 7692)
 * @param responses answers to polling requests, by gzip or deflate (RFC 9110, section 12.5.3)
 * @param threshold only messages and answers of at least so many bytes are compressed
 */
public record Compression(boolean messages, boolean responses, int threshold) {
    private static final int DEFAULT_THRESHOLD = 1024;

    /** Rejects a threshold below zero. */
    public Compression {
        if (threshold < 0) {
            throw new IllegalArgumentException("threshold must not be negative but is " + threshold);
        }
    }

    /** Answers but not messages, as in the Node implementation. */
    public static Compression ofResponses() {
        return new Compression(false, true, DEFAULT_THRESHOLD);
    }

    /** Messages too. */
    public static Compression ofEverything() {
        return new Compression(true, true, DEFAULT_THRESHOLD);
    }

    /** Nothing. */
    public static Compression none() {
        return new Compression(false, false, DEFAULT_THRESHOLD);
    }
}
