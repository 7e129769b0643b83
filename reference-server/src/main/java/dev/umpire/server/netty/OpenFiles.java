package dev.umpire.server.netty;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How many files, and thus connections, the operating system lets this process open. */
final class OpenFiles {
    /** What is kept for other uses than connections: jars, logs, selectors, the application's own. */
    private static final long RESERVE = 128;

    private OpenFiles() {}

    /** How many more may be opened; without a limit that is known, as many as there can be. */
    static int left() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
            long left = system.getMaxFileDescriptorCount() - system.getOpenFileDescriptorCount() - RESERVE;
            return (int) Math.max(1, Math.min(left, Integer.MAX_VALUE));
        }
        return Integer.MAX_VALUE;
    }
}
