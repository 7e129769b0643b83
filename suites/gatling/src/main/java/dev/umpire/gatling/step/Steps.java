package dev.umpire.gatling.step;

import io.gatling.core.action.Action;
import io.gatling.core.action.builder.ActionBuilder;
import io.gatling.core.structure.ScenarioContext;
import java.util.function.BiFunction;

/** Turns a function into what Gatling's scenarios are made of. */
public record Steps(BiFunction<ScenarioContext, Action, Action> build) implements ActionBuilder {

    /** A step of the Java DSL. */
    public static io.gatling.javaapi.core.ActionBuilder of(BiFunction<ScenarioContext, Action, Action> build) {
        Steps steps = new Steps(build);
        return () -> steps;
    }

    @Override
    public Action build(ScenarioContext context, Action next) {
        return build.apply(context, next);
    }
}
