package dev.umpire.suites.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnsTest {

    @Test
    void heavyRulesWaitForEachOther() throws Exception {
        Turns turns = new Turns(48);
        List<Turns.Turn> taken = takeHeavy(turns, 3);

        Thread fourth = taking(turns, true);

        assertThat(settled(fourth)).isEqualTo(Thread.State.WAITING);
        taken.get(0).close();
        fourth.join();
    }

    @Test
    void heavyRulesThatWaitKeepNoOtherFromItsTurn() {
        Turns turns = new Turns(4);
        takeHeavy(turns, 3);
        Thread waiting = taking(turns, true);
        settled(waiting);

        Thread other = taking(turns, false);

        assertThat(settled(other)).isEqualTo(Thread.State.TERMINATED);
        assertThat(waiting.isAlive()).isTrue();
    }

    @Test
    void noMoreRulesAreTriedAtOnceThanTheTargetIsToBear() throws Exception {
        Turns turns = new Turns(2);
        turns.take(false);
        Turns.Turn second = turns.take(false);

        Thread third = taking(turns, false);

        assertThat(settled(third)).isEqualTo(Thread.State.WAITING);
        second.close();
        third.join();
    }

    private static Thread taking(Turns turns, boolean heavy) {
        Thread thread = new Thread(() -> turns.take(heavy));
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** The state of a thread when it waits or is done. */
    private static Thread.State settled(Thread thread) {
        while (thread.getState() == Thread.State.NEW || thread.getState() == Thread.State.RUNNABLE) {
            Thread.onSpinWait();
        }
        return thread.getState();
    }

    private static List<Turns.Turn> takeHeavy(Turns turns, int count) {
        return IntStream.range(0, count).mapToObj(i -> turns.take(true)).toList();
    }
}
