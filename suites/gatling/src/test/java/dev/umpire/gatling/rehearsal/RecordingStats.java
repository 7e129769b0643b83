package dev.umpire.gatling.rehearsal;

import io.gatling.commons.stats.Status;
import io.gatling.core.actor.ActorRef;
import io.gatling.core.controller.Controller;
import io.gatling.core.session.GroupBlock;
import io.gatling.core.stats.StatsEngine;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.collection.immutable.List;
import scala.jdk.javaapi.CollectionConverters;

/** Gatling's statistics, with a memory of every sample. */
final class RecordingStats implements StatsEngine {
    private final StatsEngine gatlings;
    private final Queue<Sample> samples = new ConcurrentLinkedQueue<>();

    RecordingStats(StatsEngine gatlings) {
        this.gatlings = gatlings;
    }

    java.util.List<Sample> samples() {
        return java.util.List.copyOf(samples);
    }

    @Override
    public void logResponse(
            String scenario,
            List<String> groups,
            String name,
            long start,
            long end,
            Status status,
            Option<String> code,
            Option<String> message) {
        @Nullable String words = message.isEmpty() ? null : message.get();
        samples.add(new Sample(
                scenario,
                CollectionConverters.asJava(groups),
                name,
                status.name().equals("OK"),
                end - start,
                words));
        gatlings.logResponse(scenario, groups, name, start, end, status, code, message);
    }

    @Override
    public void logRequestCrash(String scenario, List<String> groups, String name, String error) {
        samples.add(new Sample(scenario, CollectionConverters.asJava(groups), name, false, 0, "crash: " + error));
        gatlings.logRequestCrash(scenario, groups, name, error);
    }

    @Override
    public void start() {
        gatlings.start();
    }

    @Override
    public void stop(ActorRef<Controller.Command> controller, Option<Exception> failure) {
        gatlings.stop(controller, failure);
    }

    @Override
    public void logUserStart(String scenario) {
        gatlings.logUserStart(scenario);
    }

    @Override
    public void logUserEnd(String scenario) {
        gatlings.logUserEnd(scenario);
    }

    @Override
    public void logGroupEnd(String scenario, GroupBlock group, long end) {
        gatlings.logGroupEnd(scenario, group, end);
    }
}
