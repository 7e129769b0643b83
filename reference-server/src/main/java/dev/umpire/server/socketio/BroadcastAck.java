package dev.umpire.server.socketio;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the answers to one emit to many (Socket.IO documentation, "Broadcasting events"). Clients answer on their own
 * loops, hence the lock.
 */
final class BroadcastAck {
    private final CompletableFuture<AckResponses> future = new CompletableFuture<>();
    private final List<List<@Nullable Object>> responses = new ArrayList<>();
    private int expected = Integer.MAX_VALUE;

    synchronized void add(List<@Nullable Object> args) {
        responses.add(args);
        completeIfAll();
    }

    /** Says how many were asked, once all were; starts the time. */
    synchronized CompletableFuture<AckResponses> expect(int count, long timeoutMillis) {
        expected = count;
        completeIfAll();
        CompletableFuture.delayedExecutor(timeoutMillis, TimeUnit.MILLISECONDS).execute(this::timeOut);
        return future;
    }

    private synchronized void timeOut() {
        future.complete(new AckResponses(true, List.copyOf(responses)));
    }

    private void completeIfAll() {
        if (responses.size() == expected) {
            future.complete(new AckResponses(false, List.copyOf(responses)));
        }
    }
}
