package dev.umpire.server.engineio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.server.engineio.packet.WirePacket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class OutboxTest {
    /** Three small packets and a little. */
    private static final int LIMIT = 3 * 34;

    private final LateLoop loop = new LateLoop();
    private final FakeOutlet outlet = new FakeOutlet();
    private final Traffic traffic = new Traffic();
    private final Outbox outbox = new Outbox(loop, LIMIT, outlet, traffic);

    @Test
    void handsOverInOrderWhatHasGathered() {
        add("a", "b", "c");

        loop.runAll();

        assertThat(outlet.transmitted).containsExactly(List.of("4a", "4b", "4c"));
        assertThat(outbox.waiting()).isZero();
    }

    @Test
    void givesUpOnceWhenMoreWaitsThanMay() {
        add("a", "b", "c", "d", "too many", "more");

        loop.runAll();

        assertThat(outlet.timesExceeded).isEqualTo(1);
        assertThat(outlet.transmitted).containsExactly(List.of("4a", "4b", "4c", "4d"));
    }

    @Test
    void takesNothingMoreAfterItGaveUp() {
        add("a", "b", "c", "d", "too many");
        loop.runAll();

        add("late");
        loop.runAll();

        assertThat(outlet.transmitted).hasSize(1);
        assertThat(outlet.timesExceeded).isEqualTo(1);
    }

    @Test
    void countsWhatTheTransportHasNotSent() {
        outlet.waiting = LIMIT + 1;

        add("a");
        loop.runAll();

        assertThat(outlet.transmitted).isEmpty();
        assertThat(outlet.timesExceeded).isEqualTo(1);
    }

    @Test
    void takesOnePacketOfAnySize() {
        String large = "x".repeat(100 * LIMIT);

        add(large);
        loop.runAll();

        assertThat(outlet.transmitted).containsExactly(List.of("4" + large));
        assertThat(outlet.timesExceeded).isZero();
    }

    @Test
    void dropsVolatilePacketsSoonerAndNeverGivesUpForThem() {
        outlet.waiting = LIMIT / 2 + 1;

        addVolatile("a");
        add("b");
        outlet.waiting = LIMIT + 1;
        addVolatile("c");
        loop.runAll();

        assertThat(outlet.transmitted).containsExactly(List.of("4b"));
        assertThat(outlet.timesExceeded).isZero();
    }

    @Test
    void dropsVolatilePacketsWhichTheTransportCannotTakeBehindOthers() {
        Outbox roomy = new Outbox(loop, 1_000_000, outlet, traffic);
        outlet.writableUntilTransmitted = true;
        String half = "x".repeat(40_000);
        for (int i = 0; i < 3; i++) {
            roomy.add(new Outgoing(List.of(WirePacket.message(half)), true));
        }

        loop.runAll();

        assertThat(outlet.transmitted).containsExactly(List.of("4" + half, "4" + half));
    }

    @Test
    void runsATaskBetweenWhatWasAddedBeforeAndAfter() {
        add("a");
        outbox.then(() -> outlet.transmitted.add(List.of("task")));
        add("b");

        loop.runAll();

        assertThat(outlet.transmitted).containsExactly(List.of("4a"), List.of("task"), List.of("4b"));
    }

    private void add(String... messages) {
        for (String message : messages) {
            outbox.add(Outgoing.of(WirePacket.message(message)));
        }
    }

    private void addVolatile(String message) {
        outbox.add(new Outgoing(List.of(WirePacket.message(message)), true));
    }

    private static final class FakeOutlet implements Outbox.Outlet {
        final List<List<String>> transmitted = new ArrayList<>();
        long waiting;
        int timesExceeded;
        boolean writableUntilTransmitted;

        @Override
        public boolean isWritable() {
            return !writableUntilTransmitted || transmitted.isEmpty();
        }

        @Override
        public long waiting() {
            return waiting;
        }

        @Override
        public void transmit(List<WirePacket> packets) {
            transmitted.add(packets.stream()
                    .map(packet -> new String(packet.bytes(), UTF_8))
                    .toList());
        }

        @Override
        public void exceeded() {
            timesExceeded++;
        }
    }

    /** Runs nothing until it is told to. */
    private static final class LateLoop implements Loop {
        private final Queue<Runnable> tasks = new ArrayDeque<>();

        void runAll() {
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                task.run();
            }
        }

        @Override
        public boolean isCurrent() {
            return false;
        }

        @Override
        public void execute(Runnable task) {
            tasks.add(task);
        }

        @Override
        public Timer schedule(Duration delay, Runnable task) {
            throw new UnsupportedOperationException("an outbox has no timers");
        }

        @Override
        public long nanoTime() {
            return 0;
        }
    }
}
