package dev.umpire.gatling;

import dev.umpire.gatling.step.EventCheck;
import dev.umpire.gatling.step.ExpectStep;
import io.gatling.core.action.builder.ActionBuilder;
import java.time.Duration;
import java.util.List;

/** A step that waits for events. Each method returns the step changed in one point. */
public final class Expect implements io.gatling.javaapi.core.ActionBuilder {
    private final ExpectStep step;

    Expect(String name, String event) {
        this(new ExpectStep(name, null, Arguments.text(event), 1, SocketIo.PATIENCE, List.of()));
    }

    private Expect(ExpectStep step) {
        this.step = step;
    }

    /** Events of this namespace rather than of the one that the client connected to. */
    public Expect namespace(String namespace) {
        return new Expect(new ExpectStep(
                step.name(), Arguments.text(namespace), step.event(), step.times(), step.within(), step.checks()));
    }

    /** How many events to wait for. */
    public Expect times(int times) {
        return new Expect(
                new ExpectStep(step.name(), step.namespace(), step.event(), times, step.within(), step.checks()));
    }

    /** How long they may take. */
    public Expect within(Duration time) {
        return new Expect(
                new ExpectStep(step.name(), step.namespace(), step.event(), step.times(), time, step.checks()));
    }

    /** Looks at each of them. */
    public Expect check(EventCheck... checks) {
        return new Expect(new ExpectStep(
                step.name(), step.namespace(), step.event(), step.times(), step.within(), List.of(checks)));
    }

    @Override
    public ActionBuilder asScala() {
        return step.step().asScala();
    }
}
