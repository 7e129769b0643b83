package dev.umpire.suites.rule;

import java.util.Arrays;
import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * Has classes with rules that are {@link Patient} begin before others. The methods of a class are not put into an
 * order: JUnit would run them one after the other then.
 */
final class PatientFirst implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors().sort(Comparator.comparing(PatientFirst::hasNoPatientRule));
    }

    private static boolean hasNoPatientRule(ClassDescriptor rules) {
        return Arrays.stream(rules.getTestClass().getDeclaredMethods())
                .noneMatch(method -> method.isAnnotationPresent(Patient.class));
    }
}
