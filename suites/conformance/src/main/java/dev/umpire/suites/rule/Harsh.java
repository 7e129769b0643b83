package dev.umpire.suites.rule;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Rules that may leave a poor server behind disturbed, such as one that reads a long number for minutes: a run ends
 * with them, so that no other rule meets what they did.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Harsh {}
