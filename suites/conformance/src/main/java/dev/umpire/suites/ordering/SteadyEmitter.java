package dev.umpire.suites.ordering;

import com.fasterxml.jackson.databind.JsonNode;
import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.judgement.Blocked;
import dev.umpire.fixtures.judgement.Undecided;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.suites.delivery.Cast;
import dev.umpire.suites.delivery.Scope;
import dev.umpire.suites.rule.Clients;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Has the app emit small batches of numbered events, one after the other, from a thread of its own, until it is
 * stopped: a stream in the middle of which something can happen. Its asker belongs to it until then.
 */
final class SteadyEmitter {
    private static final int BATCH = 20;
    private static final int MOST = 20_000;
    private static final long PAUSE_MILLIS = 2;

    private final Clients clients;
    private final Cast cast;
    private final ClientSocket asker;
    private final Scope scope;
    private final String event;
    private final BlockingQueue<Integer> done = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> emitted;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile int batches;

    /** Begins to emit. */
    SteadyEmitter(Clients clients, Cast cast, ClientSocket asker, Scope scope) {
        this.clients = clients;
        this.cast = cast;
        this.asker = asker;
        this.scope = scope;
        this.event = cast.freshEvent();
        this.emitted = new CompletableFuture<>();
        Thread thread = new Thread(this::emit, "steady emitter");
        thread.setDaemon(true);
        thread.start();
    }

    /** Name of the events. */
    String event() {
        return event;
    }

    /** The number of an event, from its data. */
    static long number(JsonNode data) {
        return data.path(2).asLong(-1) * BATCH + data.path(1).asLong(-1);
    }

    /** Waits until so many batches have been emitted that no earlier call has waited for. */
    void awaitBatches(int count) {
        try {
            for (int i = 0; i < count && !emitted.isDone(); i++) {
                done.poll(clients.timing().await().toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until so many more batches have been emitted from this moment on. */
    void awaitFreshBatches(int count) {
        done.clear();
        // the first may have been on its way already
        awaitBatches(count + 1);
    }

    /** How many events the app has emitted at least. */
    int emittedSoFar() {
        return batches * BATCH;
    }

    /** Emits no more; how many events there were. */
    int stop() {
        stopped.countDown();
        try {
            return emitted.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Blocked blocked) {
                throw blocked;
            }
            if (e.getCause() instanceof Violation violation) {
                throw violation;
            }
            if (e.getCause() instanceof Undecided undecided) {
                throw undecided;
            }
            throw e;
        }
    }

    private void emit() {
        try {
            int batch = 0;
            while (!stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                if (batch * BATCH == MOST) {
                    throw new Undecided(
                            "a stream of " + MOST + " events was over before this side had come to its point");
                }
                cast.carriedOut(asker, scope.repeated(BATCH, event, batch));
                batch++;
                batches = batch;
                done.add(batch);
            }
            emitted.complete(batch * BATCH);
        } catch (Throwable e) {
            emitted.completeExceptionally(e);
        }
    }
}
