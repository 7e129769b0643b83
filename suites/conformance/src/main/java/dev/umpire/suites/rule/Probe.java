package dev.umpire.suites.rule;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectIteration;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.MethodSelector;

/** The method that tries a rule on a target, and the case that it is tried for if the rule is one of a {@link Grid}. */
public final class Probe {
    private final Method method;
    private final int index;
    private final Grid.@Nullable Case theCase;

    private Probe(Method method, int index, Grid.@Nullable Case theCase) {
        this.method = method;
        this.index = index;
        this.theCase = theCase;
    }

    static Probe of(Method method) {
        return new Probe(method, 0, null);
    }

    static Probe of(Method method, int index, Grid.Case theCase) {
        return new Probe(method, index, theCase);
    }

    /** Where it is written, such as {@code dev.umpire.suites.socketio.ConnectRules#answers}. */
    public String where() {
        return method.getDeclaringClass().getName() + "#" + method.getName();
    }

    /** The same for a stack trace, in which an IDE makes it a link; the line is not known. */
    public StackTraceElement asStackTraceElement() {
        Class<?> owner = method.getDeclaringClass();
        return new StackTraceElement(owner.getName(), method.getName(), owner.getSimpleName() + ".java", -1);
    }

    /** Whether it waits for seconds. */
    public boolean patient() {
        return method.isAnnotationPresent(Patient.class);
    }

    /** Whether it waits for others of its kind. */
    boolean heavy() {
        return method.getDeclaringClass().isAnnotationPresent(Heavy.class);
    }

    /** How much it may disturb rules that are tried beside or after it; 0 for not at all. */
    int harshness() {
        if (method.isAnnotationPresent(Harsh.class)) {
            return 2;
        }
        return method.getDeclaringClass().isAnnotationPresent(Harsh.class) ? 1 : 0;
    }

    Method method() {
        return method;
    }

    Optional<Grid.Case> theCase() {
        return Optional.ofNullable(theCase);
    }

    /** What makes JUnit run this probe and no other. */
    DiscoverySelector selector() {
        MethodSelector whole = selectMethod(method.getDeclaringClass(), method);
        return theCase == null ? whole : selectIteration(whole, index);
    }

    /**
     * Calls it by itself, outside JUnit.
     *
     * @throws InvocationTargetException with what the probe threw
     */
    void call(Clients clients) throws ReflectiveOperationException {
        Constructor<?> constructor = method.getDeclaringClass().getDeclaredConstructor();
        constructor.setAccessible(true);
        method.setAccessible(true);
        Object rules = constructor.newInstance();
        if (theCase == null) {
            method.invoke(rules, clients);
        } else {
            method.invoke(rules, clients, theCase);
        }
    }
}
