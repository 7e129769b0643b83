package dev.umpire.suites.rule;

import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.Verdict;
import java.lang.reflect.Method;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/**
 * Runs a rule as a JUnit test: gives it {@link Clients}, turns what it throws into a verdict, and hands the result on.
 * To JUnit a rule that holds has passed, one whose MUST is broken has failed, and any other was aborted with a reason.
 */
final class RuleExtension implements BeforeEachCallback, ParameterResolver, InvocationInterceptor {
    private static final Namespace NAMESPACE = Namespace.create(RuleExtension.class);

    private final @Nullable Rule oneOfGrid;

    /** For a rule that has a method of its own. */
    RuleExtension() {
        this.oneOfGrid = null;
    }

    /** For one rule of a grid. */
    RuleExtension(Rule oneOfGrid) {
        this.oneOfGrid = oneOfGrid;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        boolean heavy = Probe.of(context.getRequiredTestMethod()).heavy();
        // JUnit closes it when the test is over
        context.getStore(NAMESPACE)
                .put(Turns.Turn.class, RunContext.of(context).turns().take(heavy));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Clients.class;
    }

    @Override
    public Clients resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return clients(context);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        judge(invocation, Rule.of(method.getExecutable()).get(0), context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        judge(invocation, Objects.requireNonNull(oneOfGrid), context);
    }

    private static void judge(Invocation<Void> invocation, Rule rule, ExtensionContext context) throws Throwable {
        RunContext run = RunContext.of(context);
        try (Clients clients = clients(context)) {
            RuleResult result = new Trial(run, rule, clients).judge(invocation);
            AllureEvidence.of(result);
            run.finished(result);
            if (result.verdict() == Verdict.FAILED) {
                throw new AssertionError(result.reason());
            }
            if (result.verdict() != Verdict.PASSED) {
                throw new TestAbortedException(result.verdict().label() + ": " + result.reason());
            }
        }
    }

    private static Clients clients(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .computeIfAbsent(Clients.class, type -> RunContext.of(context).clients(), Clients.class);
    }
}
