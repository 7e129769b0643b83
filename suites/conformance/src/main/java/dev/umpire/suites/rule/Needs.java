package dev.umpire.suites.rule;

import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.wire.Via;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a target must offer for a rule to apply; a method's needs replace those of its class. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Needs {
    /** The least tier of the conformance app. */
    Tier tier() default Tier.WIRE;

    /** Capabilities that the app must declare. */
    String[] capabilities() default {};

    /** Ways in which sessions must be possible. */
    Via[] transports() default {};
}
