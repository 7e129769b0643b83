package dev.umpire.cli.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a process takes of this machine from now on: its CPU time, and the memory that it holds. It knows no more than
 * its samples: take them about once a second, and one at the end, while the process lives. Safe for use by several
 * threads.
 */
public final class ProcessUsage {
    private static final long KIBIBYTE = 1024;

    private final ProcessHandle process;
    private final boolean family;
    private final Map<Long, Duration> before = new HashMap<>();
    private final Map<Long, Duration> latest = new HashMap<>();
    private long resident = -1;

    private ProcessUsage(ProcessHandle process, boolean family) {
        this.process = process;
        this.family = family;
        members().forEach(member -> before.put(member.pid(), cpu(member)));
        sample();
    }

    /** Watches a process and whatever it starts, such as a server with its workers. */
    public static ProcessUsage ofFamily(ProcessHandle process) {
        return new ProcessUsage(process, true);
    }

    /** Watches a process without what it started, such as a harness that started the servers which it loads. */
    public static ProcessUsage ofOne(ProcessHandle process) {
        return new ProcessUsage(process, false);
    }

    /** Looks at the process. What a child used is kept after its end, as of the last look. */
    public synchronized void sample() {
        long sum = 0;
        boolean known = false;
        for (ProcessHandle member : members().toList()) {
            latest.merge(member.pid(), cpu(member), ProcessUsage::greater);
            long bytes = residentBytes(member.pid());
            known |= bytes >= 0;
            sum += Math.max(0, bytes);
        }
        resident = known ? Math.max(resident, sum) : resident;
    }

    /** CPU time in seconds, of all cores together, from the first look to the last. */
    public synchronized double cpuSeconds() {
        Duration used = Duration.ZERO;
        for (Map.Entry<Long, Duration> member : latest.entrySet()) {
            used = used.plus(member.getValue()).minus(before.getOrDefault(member.getKey(), Duration.ZERO));
        }
        return used.toNanos() / 1e9;
    }

    /** The most memory that was resident at one look, in bytes; -1 where the system does not tell. */
    public synchronized long residentBytes() {
        return resident;
    }

    private Stream<ProcessHandle> members() {
        return family ? Stream.concat(Stream.of(process), process.descendants()) : Stream.of(process);
    }

    /** Nothing for a process that has ended: the system forgets what it used. */
    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static Duration greater(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** As Linux tells it; -1 elsewhere, or when the process has ended. */
    private static long residentBytes(long pid) {
        Path status = Path.of("/proc/" + pid + "/status");
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBIBYTE)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException | UncheckedIOException e) {
            return -1;
        }
    }
}
