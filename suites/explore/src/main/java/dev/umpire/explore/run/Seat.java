package dev.umpire.explore.run;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A socket of a session in one namespace; written by the client's thread and by its reader. */
final class Seat {
    /** In the history; one whose state was recovered goes on under the name that it had. */
    volatile String name;

    final String namespace;

    /** Completes when CONNECT is answered, or never will be. */
    final CompletableFuture<Void> settled = new CompletableFuture<>();

    /** Completes when the socket has ended. */
    final CompletableFuture<Void> gone = new CompletableFuture<>();

    /** Commands by the id of their acknowledgement. */
    final Map<Long, Integer> acknowledgements = new ConcurrentHashMap<>();

    /** Completed when the command was answered, or never will be. */
    final Map<Integer, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();

    final AtomicLong acks = new AtomicLong();
    final AtomicLong events = new AtomicLong();
    final AtomicLong echoes = new AtomicLong();
    volatile String sid = "";
    volatile @Nullable String privateId;
    volatile @Nullable String offset;
    volatile @Nullable Seat resumes;
    volatile boolean entered;
    volatile boolean leaving;

    Seat(String name, String namespace) {
        this.name = name;
        this.namespace = namespace;
    }

    /** Whether commands can be sent. */
    boolean usable() {
        return entered && !leaving;
    }

    /** Nobody waits any more for what is not answered yet. */
    void giveUpWaiting() {
        waiting.values().forEach(answer -> answer.complete(null));
    }

    void giveUp() {
        settled.complete(null);
        gone.complete(null);
        giveUpWaiting();
    }
}
