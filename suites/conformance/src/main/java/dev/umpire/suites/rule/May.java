package dev.umpire.suites.rule;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A rule that is an observation: a server is free not to do it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Test
@ExtendWith(RuleExtension.class)
public @interface May {
    /** Permanent name of the rule; never reused. */
    String id();

    /** The rule in words; reads after "the server". */
    String says();

    /** Who says so. */
    Authority authority() default Authority.SPECIFICATION;
}
