package dev.umpire.suites.rule;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A rule for every case of a grid, each with an id of its own, that binds every server. The method takes
 * {@link Clients} and its case.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@TestTemplate
@ExtendWith(GridExtension.class)
public @interface MustEach {
    /** The cases, in a class that has a constructor without parameters. */
    Class<? extends Grid> of();

    /** Who says so. */
    Authority authority() default Authority.SPECIFICATION;

    /** Bugs of real servers that it would have found: ids of the museum. */
    String[] seenIn() default {};
}
