package dev.umpire.gatling.rehearsal;

import io.gatling.app.Runner;
import io.gatling.app.cli.GatlingArgsParser;
import io.gatling.commons.util.DefaultClock;
import io.gatling.core.actor.ActorSystem;
import io.gatling.core.cli.GatlingArgs;
import io.gatling.core.config.GatlingConfiguration;
import io.gatling.core.config.GatlingConfiguration$;
import io.gatling.core.scenario.SimulationParams;
import io.gatling.core.stats.StatsEngine;
import io.gatling.core.stats.writer.RunMessage;
import io.gatling.javaapi.core.Simulation;
import io.gatling.netty.util.Transports;
import io.netty.channel.EventLoopGroup;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import scala.Console;

/**
 * Runs a simulation as Gatling's own command does, in this process, and returns the samples of its steps. Gatling's own
 * log of them is binary, and its assertions count them only.
 */
public final class Rehearsal {
    private Rehearsal() {}

    /** Runs to the end. */
    public static List<Sample> of(Class<? extends Simulation> simulation) {
        GatlingConfiguration configuration = GatlingConfiguration$.MODULE$.load();
        EventLoopGroup eventLoops = Transports.newEventLoopGroup(
                configuration.netty().useNativeTransport(),
                configuration.netty().useIoUring(),
                2,
                "gatling");
        try (ActorSystem actors = new ActorSystem()) {
            RecordingRunner runner = new RecordingRunner(actors, eventLoops, arguments(simulation), configuration);
            Console.withOut(OutputStream.nullOutputStream(), runner::run);
            return runner.samples();
        } finally {
            eventLoops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
        }
    }

    private static GatlingArgs arguments(Class<? extends Simulation> simulation) {
        String[] arguments = {"-s", simulation.getName(), "-rf", "target/gatling", "-nr"};
        return new GatlingArgsParser(arguments)
                .parseArguments()
                .left()
                .toOption()
                .get();
    }

    private static final class RecordingRunner extends Runner {
        private @Nullable RecordingStats stats;

        RecordingRunner(
                ActorSystem actors,
                EventLoopGroup eventLoops,
                GatlingArgs arguments,
                GatlingConfiguration configuration) {
            super(actors, eventLoops, new DefaultClock(), arguments, configuration);
        }

        @Override
        public StatsEngine newStatsEngine(SimulationParams simulation, RunMessage run) {
            RecordingStats recording = new RecordingStats(super.newStatsEngine(simulation, run));
            stats = recording;
            return recording;
        }

        /** A test asks no public server for Gatling's latest release. */
        @Override
        public void displayVersionWarning() {}

        List<Sample> samples() {
            return stats == null ? List.of() : stats.samples();
        }
    }
}
