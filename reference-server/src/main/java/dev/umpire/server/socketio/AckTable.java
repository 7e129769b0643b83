package dev.umpire.server.socketio;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The answers that one socket still owes (Socket.IO v5, "Acknowledgement"). Each entry goes when it is answered,
 * cancelled, or the socket ends.
 */
final class AckTable {
    private record Entry(Consumer<List<@Nullable Object>> onAnswer, Runnable onEnd) {}

    private final Map<Long, Entry> entries = new ConcurrentHashMap<>();

    /** To be called before the event is sent: an answer may be faster than the caller. */
    void expect(long id, Consumer<List<@Nullable Object>> onAnswer, Runnable onEnd) {
        entries.put(id, new Entry(onAnswer, onEnd));
    }

    void cancel(long id) {
        entries.remove(id);
    }

    /** An answer that nobody waits for (any more) is ignored. */
    void answer(long id, List<@Nullable Object> args) {
        Entry entry = entries.remove(id);
        if (entry != null) {
            entry.onAnswer().accept(args);
        }
    }

    void end() {
        List<Entry> owed = List.copyOf(entries.values());
        entries.clear();
        for (Entry entry : owed) {
            entry.onEnd().run();
        }
    }
}
