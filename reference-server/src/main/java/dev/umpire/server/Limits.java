package dev.umpire.server;

import dev.umpire.server.netty.HttpLimits;

/**
 * What one client may take of the server.
 *
 * @param maxSessions how many clients may be connected at a time, with each path that is served; further ones are
 *     refused with status 503
 * @param maxPayload the largest message or polling payload that is accepted, in bytes
 * @param maxAttachments the most attachments a packet of a client may announce
 * @param maxBuffered how many bytes may wait for one client to read them: emits that its event loop has not taken, what
 *     a polling client has not fetched, what the operating system does not take for a WebSocket. While half of it
 *     waits, volatile emits to the client are dropped; while more than all of it waits, any other emit closes the
 *     connection at once, and its sockets hear {@code buffer exceeded}. It is asked before an emit is added, so that
 *     one emit may be of any size. Every receiver of a broadcast counts the whole of it, as any may be the last to let
 *     go of it, and 32 bytes for each packet. Should be no less than
 *     {@link dev.umpire.server.socketio.Recovery#maxLogBytes}: that much may be sent at once to a client that comes
 *     back
 * @param maxNamespaces the most namespaces that one connection may be in; further ones are refused
 * @param maxNamespaceLength the most characters of the name of a namespace; longer ones are refused
 * @param http limits of HTTP connections and requests
 */
public record Limits(
        int maxSessions,
        int maxPayload,
        int maxAttachments,
        int maxBuffered,
        int maxNamespaces,
        int maxNamespaceLength,
        HttpLimits http) {
    /** Rejects what would let nobody in. */
    public Limits {
        requireAtLeast(1, "maxSessions", maxSessions);
        requireAtLeast(1, "maxPayload", maxPayload);
        requireAtLeast(0, "maxAttachments", maxAttachments);
        requireAtLeast(1, "maxBuffered", maxBuffered);
        requireAtLeast(1, "maxNamespaces", maxNamespaces);
        requireAtLeast(1, "maxNamespaceLength", maxNamespaceLength);
    }

    /**
     * 100,000 clients, 1 MB, 10 attachments, 16 MiB that wait, 1,000 namespaces, 1,000 characters. A burst of 400
     * messages of 100 bytes is 40 kB, a message of the largest size that clients may send 1 MB, and what is remembered
     * for a client that comes back 16 MB: all of it has room.
     */
    public static Limits defaults() {
        return new Limits(100_000, 1_000_000, 10, 16 * 1024 * 1024, 1000, 1000, HttpLimits.defaults());
    }

    /** These limits with another {@code maxSessions}. */
    public Limits withMaxSessions(int count) {
        return new Limits(count, maxPayload, maxAttachments, maxBuffered, maxNamespaces, maxNamespaceLength, http);
    }

    /** These limits with another {@code maxPayload}. */
    public Limits withMaxPayload(int bytes) {
        return new Limits(maxSessions, bytes, maxAttachments, maxBuffered, maxNamespaces, maxNamespaceLength, http);
    }

    /** These limits with another {@code maxAttachments}. */
    public Limits withMaxAttachments(int count) {
        return new Limits(maxSessions, maxPayload, count, maxBuffered, maxNamespaces, maxNamespaceLength, http);
    }

    /** These limits with another {@code maxBuffered}. */
    public Limits withMaxBuffered(int bytes) {
        return new Limits(maxSessions, maxPayload, maxAttachments, bytes, maxNamespaces, maxNamespaceLength, http);
    }

    /** These limits with another {@code maxNamespaces}. */
    public Limits withMaxNamespaces(int count) {
        return new Limits(maxSessions, maxPayload, maxAttachments, maxBuffered, count, maxNamespaceLength, http);
    }

    /** These limits with another {@code maxNamespaceLength}. */
    public Limits withMaxNamespaceLength(int characters) {
        return new Limits(maxSessions, maxPayload, maxAttachments, maxBuffered, maxNamespaces, characters, http);
    }

    /** These limits with others of HTTP. */
    public Limits withHttp(HttpLimits value) {
        return new Limits(
                maxSessions, maxPayload, maxAttachments, maxBuffered, maxNamespaces, maxNamespaceLength, value);
    }

    private static void requireAtLeast(int least, String name, int value) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + " but is " + value);
        }
    }
}
