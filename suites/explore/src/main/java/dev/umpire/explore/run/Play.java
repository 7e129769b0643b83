package dev.umpire.explore.run;

import dev.umpire.explore.program.Program;
import dev.umpire.explore.program.Step;
import dev.umpire.fixtures.discovery.Profile;
import dev.umpire.fixtures.fault.Weather;
import dev.umpire.fixtures.history.HistoryLine;
import dev.umpire.fixtures.history.HistoryLog;
import dev.umpire.fixtures.judgement.Steadiness;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Plays programs to one target, one after the other. */
public final class Play implements AutoCloseable {
    private final String target;
    private final Profile profile;
    private final Weather weather;
    private final Steadiness steadiness = Steadiness.watching();
    private final Random random = new SecureRandom();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "explore");
        thread.setDaemon(true);
        return thread;
    });

    /** Prepares to play to a target, over wires with a weather of their own. */
    public Play(String target, Profile profile, Weather weather) {
        this.target = target;
        this.profile = profile;
        this.weather = weather;
    }

    /** Plays a program once; its history. */
    public List<HistoryLine> history(Program program, String title) {
        long began = System.nanoTime();
        HistoryLog log = new HistoryLog(target, title);
        Stage stage = new Stage(profile, weather, log, random);
        Map<Integer, Peer> peers = new TreeMap<>();
        program.steps()
                .forEach(step -> peers.computeIfAbsent(
                        step.client(), client -> new Peer(client, stage, seats(peers), proxied(program, client))));
        try {
            boolean answered = true;
            for (List<Step> phase : program.phases()) {
                // a server that owes an answer is not asked for more: each would be waited for
                if (answered) {
                    perform(phase, peers);
                    answered = settled(peers);
                }
            }
            peers.values().forEach(Peer::resume);
            if (answered && settled(peers)) {
                peers.values().forEach(Peer::askLast);
                settled(peers);
            }
            boolean steady = steadiness.longestStallSince(began).compareTo(tolerable()) < 0;
            log.add(at -> new HistoryLine.Finished(at, steady));
            return log.lines();
        } finally {
            peers.values().forEach(Peer::leave);
        }
    }

    private java.time.Duration tolerable() {
        return profile.timing().await().dividedBy(5);
    }

    private boolean proxied(Program program, int client) {
        return !weather.equals(Weather.FAIR)
                || program.steps()
                        .anyMatch(step ->
                                step.client() == client && (step instanceof Step.Stall || step instanceof Step.Cut));
    }

    private static Cast seats(Map<Integer, Peer> peers) {
        return (client, namespace) -> {
            Peer peer = peers.get(client);
            return peer == null ? null : peer.seat(namespace);
        };
    }

    private static boolean settled(Map<Integer, Peer> peers) {
        boolean all = true;
        for (Peer peer : peers.values()) {
            all &= all && peer.settle();
        }
        return all;
    }

    private void perform(List<Step> phase, Map<Integer, Peer> peers) {
        Map<Peer, List<Step>> parts = new LinkedHashMap<>();
        for (Step step : phase) {
            Peer peer = peers.get(step.client());
            if (peer != null) {
                parts.computeIfAbsent(peer, part -> new ArrayList<>()).add(step);
            }
        }
        List<Future<?>> running = new ArrayList<>();
        parts.forEach((peer, steps) -> running.add(threads.submit(() -> steps.forEach(peer::perform))));
        running.forEach(Play::await);
    }

    private static void await(Future<?> part) {
        try {
            part.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client of the exploration failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the exploration was interrupted", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        steadiness.close();
    }
}
