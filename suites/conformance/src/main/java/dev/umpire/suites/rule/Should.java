package dev.umpire.suites.rule;

import dev.umpire.fixtures.saboteur.Saboteur;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A rule that binds unless a server has good reason: a violation is a warning. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Test
@ExtendWith(RuleExtension.class)
public @interface Should {
    /** Permanent name of the rule; never reused. */
    String id();

    /** The rule in words; reads after "the server". */
    String says();

    /** Who says so. */
    Authority authority() default Authority.SPECIFICATION;

    /** Defects under which it was seen to fail, and fails whenever the build proves it. */
    Class<? extends Saboteur>[] sabotagedBy() default {};

    /** Bugs of real servers that it would have found: ids of the museum. */
    String[] seenIn() default {};
}
