package dev.umpire.suites.rule;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Rules that may leave a poor server behind disturbed: they are tried when all others have ended, so that no other rule
 * meets what they did. On a method it marks the harshest, such as one after which a server reads a long number for
 * minutes: it is tried last of all.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Harsh {}
