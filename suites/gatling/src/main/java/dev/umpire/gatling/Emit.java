package dev.umpire.gatling;

import dev.umpire.gatling.step.EmitStep;
import dev.umpire.gatling.step.EventCheck;
import io.gatling.core.action.builder.ActionBuilder;
import java.time.Duration;
import java.util.List;

/** A step that emits an event. Each method returns the step changed in one point. */
public final class Emit implements io.gatling.javaapi.core.ActionBuilder {
    private final EmitStep step;

    Emit(EmitStep step) {
        this.step = step;
    }

    /** Emits in this namespace rather than in the one that the client connected to. */
    public Emit namespace(String namespace) {
        return new Emit(new EmitStep(
                step.name(),
                Arguments.text(namespace),
                step.arguments(),
                step.acknowledged(),
                step.within(),
                step.checks()));
    }

    /** Asks for an acknowledgement; the sample takes until it has come and all checks hold. */
    public Emit ack(EventCheck... checks) {
        return new Emit(
                new EmitStep(step.name(), step.namespace(), step.arguments(), true, step.within(), List.of(checks)));
    }

    /** How long the acknowledgement may take. */
    public Emit within(Duration time) {
        return new Emit(new EmitStep(
                step.name(), step.namespace(), step.arguments(), step.acknowledged(), time, step.checks()));
    }

    @Override
    public ActionBuilder asScala() {
        return step.step().asScala();
    }
}
