package dev.umpire.suites.rule;

import java.util.Arrays;
import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/** Has rules that are {@link Patient} begin before others. */
final class PatientFirst implements ClassOrderer, MethodOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors().sort(Comparator.comparing(PatientFirst::hasNoPatientRule));
    }

    @Override
    public void orderMethods(MethodOrdererContext context) {
        context.getMethodDescriptors()
                .sort(Comparator.comparing((MethodDescriptor method) -> !method.isAnnotated(Patient.class)));
    }

    private static boolean hasNoPatientRule(ClassDescriptor rules) {
        return !rules.isAnnotated(Patient.class)
                && Arrays.stream(rules.getTestClass().getDeclaredMethods())
                        .noneMatch(method -> method.isAnnotationPresent(Patient.class));
    }
}
