package dev.umpire.explore.run;

import dev.umpire.explore.program.Payload;
import dev.umpire.explore.program.Step;
import dev.umpire.fixtures.fault.FaultProxy;
import dev.umpire.fixtures.history.Command;
import dev.umpire.fixtures.history.HistoryLine;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.wire.Endpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One client of a play with its connections, one at a time; its steps are for one thread. */
final class Peer {
    private final int number;
    private final Stage stage;
    private final @Nullable FaultProxy proxy;
    private final Commands commands;

    /** Sockets of a connection that was cut, by namespace: they may come back. */
    private final Map<String, Seat> cut = new HashMap<>();

    private final List<CompletableFuture<Void>> outstanding = new ArrayList<>();
    private volatile @Nullable Session session;
    private boolean stalled;
    private int sessions;
    private int seats;

    Peer(int number, Stage stage, Cast cast, boolean proxied) {
        this.number = number;
        this.stage = stage;
        this.proxy = proxied ? FaultProxy.start(stage.endpoint(), stage.weather(), number) : null;
        this.commands = new Commands(stage, cast);
    }

    /** Does a step if it can be done; does not wait for answers. */
    void perform(Step step) {
        if (stalled && !(step instanceof Step.Resume || step instanceof Step.Close || step instanceof Step.Cut)) {
            return;
        }
        if (step instanceof Step.Open open) {
            open(open);
        } else if (session != null && session.open()) {
            perform(step, session);
        }
    }

    private void perform(Step step, Session now) {
        if (step instanceof Step.Enter enter) {
            enter(stage.namespace(enter.namespace()), true, now);
        } else if (step instanceof Step.Knock knock) {
            enter(stage.namespace(knock.namespace()), false, now);
        } else if (step instanceof Step.Exit exit) {
            exit(stage.namespace(exit.namespace()), now);
        } else if (step instanceof Step.Upgrade upgrade) {
            upgrade(upgrade, now);
        } else if (step instanceof Step.Close) {
            now.close("closed", () -> {});
            resume();
        } else if (step instanceof Step.Cut lost) {
            cut(lost, now);
        } else if (step instanceof Step.Stall) {
            stall(now);
        } else if (step instanceof Step.Resume) {
            resume();
        } else {
            outstanding.addAll(commands.perform(step, now));
        }
    }

    private void open(Step.Open open) {
        if (session != null && session.open()) {
            return;
        }
        sessions++;
        String name = "c" + number + "." + sessions;
        Endpoint endpoint = proxy == null ? stage.endpoint() : proxy.endpoint();
        try {
            session = Session.open(name, stage, endpoint, open.via());
        } catch (Violation e) {
            stage.write(at -> new HistoryLine.Ended(at, name, "it was not opened: " + e.getMessage()));
        }
    }

    private void enter(String namespace, boolean entitled, Session now) {
        Seat present = now.seat(namespace);
        if (present != null && present.usable()) {
            return;
        }
        seats++;
        Seat seat = new Seat("c" + number + "." + sessions + namespace + (seats == 1 ? "" : "~" + seats), namespace);
        Seat former = cut.remove(namespace);
        boolean back = former != null && former.privateId != null && former.offset != null;
        now.enter(seat, entitled, back ? former : null);
        await(List.of(seat.settled));
    }

    private void exit(String namespace, Session now) {
        Seat seat = now.seat(namespace);
        if (seat == null || !seat.usable()) {
            return;
        }
        now.exit(seat);
        List<Seat> others = now.usableSeats();
        if (others.isEmpty()) {
            seat.giveUpWaiting(); // nothing tells when the socket has ended, and it need not be answered any more
            return;
        }
        // what the connection sends later is handled later: its answer tells that the socket has ended
        int id = stage.nextId(Payload.NONE, false);
        Seat witness = others.get(0);
        CompletableFuture<Void> answered = now.ask(witness, id, new Command.Info(), Commands.op("info"));
        outstanding.add(answered.thenRun(() -> {
            // a witness that leaves is waited for no more: that is no answer
            if (now.open() && !witness.leaving && seat.gone.complete(null)) {
                stage.write(at -> new HistoryLine.Exited(at, seat.name));
            }
            seat.giveUpWaiting();
        }));
    }

    private void upgrade(Step.Upgrade upgrade, Session now) {
        try {
            now.upgrade(() -> outstanding.addAll(commands.meanwhile(upgrade, now)));
        } catch (IllegalStateException e) {
            return; // it is on a WebSocket already
        } catch (Violation e) {
            now.odd("no upgrade: " + e.getMessage());
            now.close("closed after a failed upgrade", () -> {});
        }
    }

    private void cut(Step.Cut lost, Session now) {
        cut.clear();
        now.usableSeats().forEach(seat -> cut.put(seat.namespace, seat));
        now.close(lost.reset() ? "cut by RST" : "cut by FIN", () -> {
            if (proxy != null && lost.reset()) {
                proxy.reset();
            } else if (proxy != null) {
                proxy.cut();
            }
        });
        resume();
    }

    private void stall(Session now) {
        if (proxy != null) {
            stage.write(at -> new HistoryLine.Hampered(at, now.name(), "stalled"));
            proxy.stall();
            stalled = true;
        }
    }

    /** Ends a stall. */
    void resume() {
        if (stalled && proxy != null) {
            proxy.resume();
            stalled = false;
        }
    }

    /** The socket that the client has in a namespace, or null. */
    @Nullable Seat seat(String namespace) {
        Session now = session;
        Seat seat = now == null || !now.open() ? null : now.seat(namespace);
        return seat != null && seat.usable() ? seat : null;
    }

    /** Waits until everything was answered that the client asked for; false if something was not in time. */
    boolean settle() {
        if (stalled) {
            return true; // it will be waited for when the stall is over
        }
        boolean answered = await(outstanding);
        if (answered) {
            outstanding.clear();
        }
        return answered;
    }

    /** Asks every socket for one more answer: what it must receive comes before. */
    void askLast() {
        Session now = session;
        if (now != null && now.open()) {
            for (Seat seat : now.usableSeats()) {
                int id = stage.nextId(Payload.NONE, false);
                outstanding.add(now.ask(seat, id, new Command.Info(), Commands.op("info")));
            }
        }
    }

    private boolean await(List<CompletableFuture<Void>> futures) {
        try {
            long most = 2 * stage.timing().await().toMillis();
            CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new)).get(most, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void leave() {
        Session now = session;
        if (now != null) {
            now.close("the end", () -> {});
        }
        if (proxy != null) {
            proxy.close();
        }
    }
}
