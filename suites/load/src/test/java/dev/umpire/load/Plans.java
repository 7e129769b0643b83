package dev.umpire.load;

import dev.umpire.cli.load.LoadPlan;
import dev.umpire.cli.load.Ramp;
import dev.umpire.cli.load.Wires;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A plan, changed in what a test is about. */
public record Plans(
        String scenario,
        URI url,
        int receivers,
        double rate,
        Duration warmUp,
        Duration duration,
        Wires wires,
        @Nullable Ramp ramp,
        Path out) {

    /** 5 receivers, 20 broadcasts in a second, no warm-up. */
    public static Plans of(String scenario, URI url, Path out) {
        return new Plans(scenario, url, 5, 20, Duration.ZERO, Duration.ofSeconds(1), Wires.WEBSOCKET, null, out);
    }

    /** For so many receivers and seconds, at this rate. */
    public Plans sized(int clients, double perSecond, Duration warmingUp, Duration measuring) {
        return new Plans(scenario, url, clients, perSecond, warmingUp, measuring, wires, ramp, out);
    }

    /** With a rate that rises. */
    public Plans rising(Ramp rise) {
        return new Plans(scenario, url, receivers, rate, warmUp, duration, wires, rise, out);
    }

    /** Over these transports. */
    public Plans over(Wires transports) {
        return new Plans(scenario, url, receivers, rate, warmUp, duration, transports, ramp, out);
    }

    /** The plan: three emitters, two rooms, 80 characters. */
    public LoadPlan plan() {
        return new LoadPlan(
                scenario, "test", url, 1, receivers, 3, 2, wires, rate, warmUp, duration, 80, 0, ramp, null, null, out);
    }
}
