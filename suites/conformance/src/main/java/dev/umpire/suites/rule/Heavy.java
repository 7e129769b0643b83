package dev.umpire.suites.rule;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.ResourceLockTarget;

/**
 * Rules that send a thousand packets at once. They take turns: together they keep a slow server from reading its
 * clients' pongs, and it then closes sessions by no fault of its own.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ResourceLock(value = "the server's attention", target = ResourceLockTarget.CHILDREN)
public @interface Heavy {}
