package dev.umpire.cli.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessUsageTest {
    private static final long MILLIONS = 8;

    @Test
    void countsTheCpuTimeOfAProcessFromNowOn() throws IOException {
        try (Burner burner = Burner.start(false)) {
            double much = used(ProcessUsage.ofOne(burner.handle()), burner, 5 * MILLIONS);

            double little = used(ProcessUsage.ofOne(burner.handle()), burner, MILLIONS);

            assertThat(much / little).isBetween(2.5, 10.0);
        }
    }

    @Test
    void countsWhatAProcessStartedOnlyWhenAsked() throws IOException {
        try (Burner burner = Burner.start(true)) {
            ProcessUsage one = ProcessUsage.ofOne(burner.handle());
            ProcessUsage family = ProcessUsage.ofFamily(burner.handle());

            double all = used(family, burner, 4 * MILLIONS);

            one.sample();
            assertThat(one.cpuSeconds()).isLessThan(all / 4);
        }
    }

    @Test
    void keepsWhatWasUsedAfterTheEndOfTheProcess() throws Exception {
        try (Burner burner = Burner.start(false)) {
            ProcessUsage usage = ProcessUsage.ofFamily(burner.handle());
            double alive = used(usage, burner, MILLIONS);

            burner.handle().destroyForcibly();
            burner.handle().onExit().get();
            usage.sample();

            assertThat(usage.cpuSeconds()).isEqualTo(alive).isPositive();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void tellsTheMostMemoryThatWasResident() throws IOException {
        try (Burner one = Burner.start(false);
                Burner two = Burner.start(true)) {
            long alone = ProcessUsage.ofFamily(one.handle()).residentBytes();

            long family = ProcessUsage.ofFamily(two.handle()).residentBytes();

            assertThat(alone).isGreaterThan(1 << 20);
            assertThat(family / (double) alone).isBetween(1.3, 4.0);
        }
    }

    private static double used(ProcessUsage usage, Burner burner, long millions) throws IOException {
        burner.count(millions);
        usage.sample();
        return usage.cpuSeconds();
    }
}
