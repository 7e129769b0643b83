package dev.umpire.server.socketio;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The handlers of one socket, called so that what one throws stays here (Socket.IO documentation, "Listening to
 * events").
 */
final class Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final Map<String, List<EventListener>> byEvent = new ConcurrentHashMap<>();
    private final List<AnyEventListener> any = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> onDisconnect = new CopyOnWriteArrayList<>();

    void on(String event, EventListener listener) {
        byEvent.computeIfAbsent(event, name -> new CopyOnWriteArrayList<>()).add(listener);
    }

    void onAny(AnyEventListener listener) {
        any.add(listener);
    }

    void onDisconnect(Consumer<String> listener) {
        onDisconnect.add(listener);
    }

    void event(String event, List<@Nullable Object> args, Ack ack) {
        for (AnyEventListener listener : any) {
            guard(event, () -> listener.onEvent(event, args));
        }
        for (EventListener listener : byEvent.getOrDefault(event, List.of())) {
            guard(event, () -> listener.onEvent(args, ack));
        }
    }

    void disconnect(String reason) {
        for (Consumer<String> listener : onDisconnect) {
            guard("disconnect", () -> listener.accept(reason));
        }
    }

    /** Runs application code; errors of the JVM are the application's too, as long as the loop survives. */
    static boolean guard(String what, Runnable task) {
        try {
            task.run();
            return true;
        } catch (Exception | StackOverflowError | AssertionError e) {
            LOG.warn("a handler of {} failed", what.length() > 100 ? what.substring(0, 100) : what, e);
            return false;
        }
    }
}
