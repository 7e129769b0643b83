package dev.umpire.load.run;

import dev.umpire.fixtures.delivery.SequenceChecker;
import dev.umpire.fixtures.delivery.StrayChecker;
import dev.umpire.fixtures.wire.Handshake;
import dev.umpire.fixtures.wire.Timing;
import dev.umpire.gatling.connection.Arrival;
import dev.umpire.gatling.connection.SocketIoListener;
import dev.umpire.gatling.step.Samples;
import dev.umpire.load.cast.Conduct;
import dev.umpire.load.cast.Member;
import dev.umpire.load.cast.Stream;
import dev.umpire.load.measure.Lane;
import io.netty.channel.EventLoop;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges and measures what one client receives; on its event loop. */
final class Receiver implements SocketIoListener {
    private final Run run;
    private final Member member;
    private final EventLoop eventLoop;
    private final Lane lane;
    private final Samples samples;
    private final TickReader reader;
    private final @Nullable Heard[] heard;
    private final StrayChecker strays;
    private volatile boolean gone;

    Receiver(Run run, Member member, EventLoop eventLoop, Samples samples) {
        this.run = run;
        this.member = member;
        this.eventLoop = eventLoop;
        this.lane = run.meter().lane(eventLoop);
        this.samples = samples;
        this.reader = new TickReader(run.ticks());
        List<Stream> streams = run.cast().streams();
        this.heard = new Heard[streams.size()];
        Set<String> meant = new HashSet<>();
        for (Stream stream : streams) {
            if (stream.reaches(member)) {
                heard[stream.index()] = new Heard(member.conduct() == Conduct.CHURNING);
                meant.add(run.ticks().ours() + stream.index());
            }
        }
        this.strays = new StrayChecker(run.ticks().ours(), meant);
    }

    Member member() {
        return member;
    }

    EventLoop eventLoop() {
        return eventLoop;
    }

    @Override
    public void opened(Handshake handshake) {
        run.announced(Timing.of(handshake.pingInterval(), handshake.pingTimeout()));
    }

    @Override
    public void event(Arrival arrival) {
        switch (reader.read(arrival)) {
            case TICK -> tick(reader.stream(), reader.number(), arrival.nanoTime());
            case CORRUPTED -> run.faults().corrupted(samples, member.name() + " got " + arrival.shown());
            case OTHER -> judgeStray(Ticks.eventName(arrival), arrival.shown());
        }
    }

    private void tick(int index, long number, long now) {
        Heard stream = index < heard.length ? heard[index] : null;
        if (stream == null) {
            judgeStray(run.ticks().ours() + index, "event " + number + " of stream " + index);
            return;
        }
        if (number >= run.emitter(index).emitted()) {
            strayed("event " + number + " of stream " + index + ", which was not emitted");
            return;
        }
        SequenceChecker checker = stream.checker;
        long place = stream.place(number);
        long missing = checker.missing();
        switch (place < 0 ? dev.umpire.fixtures.delivery.Arrival.OUT_OF_ORDER : checker.accept(place)) {
            case IN_ORDER -> delivered(index, number, now);
            case OUT_OF_ORDER -> {
                delivered(index, number, now);
                run.faults().disordered(samples, words(index, number, " after event " + (checker.next() - 1)));
            }
            case DUPLICATE -> run.faults().duplicated(samples, words(index, number, " again"));
        }
        if (checker.missing() != missing) {
            lane.missing(checker.missing() - missing);
        }
    }

    private void delivered(int stream, long number, long now) {
        if (member.conduct() == Conduct.STEADY) {
            run.events().delivered(stream, number, now, lane);
        } else {
            lane.stirred(now);
        }
    }

    private String words(int stream, long number, String what) {
        return member.name() + " got event " + number + " of stream " + stream + what;
    }

    private void judgeStray(String key, String what) {
        if (strays.accept(key)) {
            strayed(what);
        }
    }

    private void strayed(String what) {
        run.faults().strayed(samples, member.name() + " got " + what);
    }

    /** How many events never arrived, at the end. */
    long lost() {
        long lost = 0;
        for (int i = 0; i < heard.length; i++) {
            Heard stream = heard[i];
            if (stream != null) {
                boolean owedAll = member.conduct() == Conduct.STEADY || (member.conduct() == Conduct.SLOW && !gone);
                lost += owedAll ? run.emitter(i).emitted() - stream.checker.delivered() : stream.checker.missing();
            }
        }
        return lost;
    }

    /** Whether it has got everything that it will get. */
    boolean caughtUp() {
        if (gone) {
            return true;
        }
        for (int i = 0; i < heard.length; i++) {
            Heard stream = heard[i];
            if (stream != null && stream.checker.next() < run.emitter(i).emitted()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void drained() {
        lane.publish();
    }

    @Override
    public void unexpected(String what) {
        strayed(what);
    }

    @Override
    public void lost(String reason) {
        gone = true;
        run.connectionLost(this, samples, reason);
    }

    /** What a client has heard of one stream. */
    private static final class Heard {
        private final SequenceChecker checker = new SequenceChecker();
        private final boolean latecomer;
        private long first;
        private boolean began;

        Heard(boolean latecomer) {
            this.latecomer = latecomer;
        }

        /** Number of an event for the checker: a latecomer's first event is its number 0. */
        long place(long number) {
            if (!began) {
                began = true;
                first = latecomer ? number : 0;
            }
            return number - first;
        }
    }
}
