package dev.umpire.suites.rule;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import dev.umpire.reports.model.KnownFailure;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Every rule there is, found by its annotation; there is no other list. */
public final class Catalogue {
    private static final String PACKAGE = "dev.umpire.suites";

    private final Map<String, Rule> rules;

    private Catalogue(Map<String, Rule> rules) {
        this.rules = rules;
    }

    /**
     * Finds the rules on the class path.
     *
     * @throws IllegalStateException if two rules share an id
     */
    public static Catalogue load() {
        TestPlan plan = LauncherFactory.create()
                .discover(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectPackage(PACKAGE))
                        .enableImplicitConfigurationParameters(false)
                        .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false")
                        .build());
        Map<String, Rule> rules = new LinkedHashMap<>();
        plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .flatMap(Catalogue::rules)
                .sorted(Comparator.comparing(Rule::suite).thenComparing(Rule::id))
                .forEach(rule -> {
                    if (rules.put(rule.id(), rule) != null) {
                        throw new IllegalStateException("two rules have the id " + rule.id());
                    }
                });
        return new Catalogue(rules);
    }

    private static Stream<Rule> rules(TestIdentifier test) {
        return test.getSource().stream()
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .flatMap(source -> Rule.of(source.getJavaMethod()).stream());
    }

    /** All rules, by suite and id. */
    public List<Rule> rules() {
        return List.copyOf(rules.values());
    }

    /** The rule with an id. */
    public Optional<Rule> rule(String id) {
        return Optional.ofNullable(rules.get(id));
    }

    /** The ids in a list of known failures that no rule has. */
    public Set<String> unknown(List<KnownFailure> listed) {
        return listed.stream()
                .map(KnownFailure::rule)
                .filter(id -> !rules.containsKey(id))
                .collect(Collectors.toSet());
    }
}
