package dev.umpire.load.run;

import dev.umpire.cli.load.ProcessUsage;
import dev.umpire.reports.model.Usage;
import org.jspecify.annotations.Nullable;

/** What the server's process and this one take while measuring; safe for use by several threads. */
final class Expense {
    private final @Nullable ProcessHandle process;
    private @Nullable ProcessUsage server;
    private @Nullable ProcessUsage harness;
    private long arrivedBefore;
    private long arrived;

    Expense(@Nullable ProcessHandle process) {
        this.process = process;
    }

    /** Measuring begins, after so many deliveries; a second call does nothing. */
    synchronized void begin(long deliveries) {
        if (harness == null) {
            arrivedBefore = deliveries;
            harness = ProcessUsage.ofOne(ProcessHandle.current());
            server = process == null ? null : ProcessUsage.ofFamily(process);
        }
    }

    /** Looks at both. */
    synchronized void sample() {
        if (harness != null) {
            harness.sample();
        }
        if (server != null) {
            server.sample();
        }
    }

    /** Measuring ends, after so many deliveries. */
    synchronized void end(long deliveries) {
        arrived = deliveries;
        sample();
    }

    /** What the server took, if it could be seen. */
    synchronized @Nullable Usage server() {
        return usage(server);
    }

    /** What this process took; with a server in it, that of both. */
    synchronized @Nullable Usage harness() {
        return usage(harness);
    }

    private @Nullable Usage usage(@Nullable ProcessUsage of) {
        if (of == null) {
            return null;
        }
        double seconds = of.cpuSeconds();
        long deliveries = Math.max(1, arrived - arrivedBefore);
        return new Usage(seconds, seconds * 1e6 / deliveries, of.residentBytes());
    }
}
