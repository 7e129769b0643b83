package dev.umpire.load.fanout;

import dev.umpire.fixtures.delivery.SequenceChecker;
import dev.umpire.fixtures.delivery.StrayChecker;
import dev.umpire.load.socketio.Samples;
import dev.umpire.load.socketio.SocketIoListener;
import io.netty.buffer.ByteBuf;
import java.util.Set;

/** Judges and measures what one client receives; on its event loop. */
final class Receiver implements SocketIoListener {
    private final FanOut run;
    private final Ticks ticks;
    private final Lane lane;
    private final Samples samples;
    private final String name;
    private final SequenceChecker checker = new SequenceChecker();
    private final StrayChecker strays;

    Receiver(FanOut run, Lane lane, Samples samples, String name) {
        this.run = run;
        this.ticks = run.ticks();
        this.lane = lane;
        this.samples = samples;
        this.name = name;
        this.strays = new StrayChecker(ticks.ours(), Set.of(ticks.event()));
    }

    @Override
    public void event(ByteBuf frame) {
        long number = ticks.read(frame);
        if (number >= 0) {
            tick(number, System.nanoTime());
        } else if (number == Ticks.CORRUPTED) {
            run.faults().corrupted(samples, name + " got " + Ticks.shown(frame));
        } else if (strays.accept(Ticks.eventName(frame))) {
            run.faults().strayed(samples, name + " got " + Ticks.shown(frame));
        }
    }

    private void tick(long number, long now) {
        if (number >= run.emitted()) {
            run.faults().strayed(samples, name + " got broadcast " + number + ", which was not emitted");
            return;
        }
        long missing = checker.missing();
        switch (checker.accept(number)) {
            case IN_ORDER -> run.delivered(number, now, lane);
            case OUT_OF_ORDER -> {
                run.delivered(number, now, lane);
                String what = name + " got broadcast " + number + " after broadcast " + (checker.next() - 1);
                run.faults().disordered(samples, what, run.measured(number));
            }
            case DUPLICATE ->
                run.faults().duplicated(samples, name + " got broadcast " + number + " again", run.measured(number));
        }
        if (checker.missing() != missing) {
            lane.missing(checker.missing() - missing);
        }
    }

    /** The verdict about everything that it received. */
    SequenceChecker.Judgement judge(long emitted) {
        return checker.judge(emitted);
    }

    @Override
    public void acknowledgement(ByteBuf frame) {
        run.faults().strayed(samples, name + " got an acknowledgement that it did not ask for: " + Ticks.shown(frame));
    }

    @Override
    public void lost(String reason) {
        run.connectionLost(samples, name, reason);
    }
}
