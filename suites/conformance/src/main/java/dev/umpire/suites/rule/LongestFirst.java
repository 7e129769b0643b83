package dev.umpire.suites.rule;

import java.util.Arrays;
import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * Has classes begin before others whose rules are {@link Patient} or, being {@link Heavy}, wait for each other. The
 * methods of a class are not put into an order: JUnit would run them one after the other then.
 */
final class LongestFirst implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors().sort(Comparator.comparing(LongestFirst::isShort));
    }

    private static boolean isShort(ClassDescriptor rules) {
        return !rules.isAnnotated(Heavy.class)
                && Arrays.stream(rules.getTestClass().getDeclaredMethods())
                        .noneMatch(method -> method.isAnnotationPresent(Patient.class));
    }
}
