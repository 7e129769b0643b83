package dev.umpire.cli.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InterruptionTest {
    private final FakeEngine engine = new FakeEngine();
    private final StringWriter out = new StringWriter();

    @Test
    void endsWhatIsRunningAndWaitsForTheReport() throws Exception {
        Interruption interruption = Interruption.watch(engine, new PrintWriter(out));
        CompletableFuture<Void> hook = CompletableFuture.runAsync(interruption::interrupt);
        while (!engine.interrupted) {
            Thread.onSpinWait();
        }

        assertThat(interruption.requested()).isTrue();
        assertThat(hook).isNotDone();

        interruption.close();
        hook.get(10, TimeUnit.SECONDS);
        assertThat(out.toString()).contains("interrupted: reporting what was measured until now");
    }

    @Test
    void doesNothingWhenNobodyInterrupts() {
        Interruption.watch(engine, new PrintWriter(out)).close();

        assertThat(engine.interrupted).isFalse();
        assertThat(out.toString()).isEmpty();
    }
}
