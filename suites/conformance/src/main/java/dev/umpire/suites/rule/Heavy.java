package dev.umpire.suites.rule;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Rules that send a thousand packets at once. They take turns: all together they keep a slow server from reading its
 * clients' pongs, and it then closes sessions by no fault of its own.
 *
 * @see Turns
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Heavy {}
