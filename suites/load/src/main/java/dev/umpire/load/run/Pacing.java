package dev.umpire.load.run;

import java.util.List;

/** When events are emitted. Events of all streams are counted together, from 0. */
interface Pacing {

    /** The event of all streams together that is this one of its stream. */
    long event(int stream, long number);

    /** The {@link System#nanoTime()} at which an event was due: latency counts from here. */
    long due(long event);

    /** The step that an event is measured in, or {@link dev.umpire.load.cast.Schedule#WARM_UP}. */
    int step(long event);

    /** How many steps are measured. */
    int steps();

    /** Most events that may be emitted. */
    long most();

    /** The {@link System#nanoTime()} at which measuring begins. */
    long measuringBegins();

    /** Nanoseconds until the last event is due; 0 after it. */
    long left();

    /** Begins to emit; the emitters have connected. */
    void begin(Run run, List<Emitter> emitters);

    /** Every receiver has got an event. */
    void completed(long event);

    /** Emits no more than it has. */
    void stop();

    /** Whether nothing more will be emitted. */
    boolean done();
}
