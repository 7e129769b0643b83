package dev.umpire.suites.rule;

import dev.umpire.fixtures.discovery.Profile;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.reports.model.Citation;
import dev.umpire.reports.model.Level;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One rule, as its annotations describe it.
 *
 * @param id permanent name
 * @param suite the suite it belongs to
 * @param level how strongly it binds
 * @param authority who says so
 * @param says the rule in words; reads after "the server"
 * @param citations where it is written
 * @param tier least tier of a target that it applies to
 * @param capabilities what such a target must declare
 * @param transports how such a target must be reachable
 * @param method the probe
 */
public record Rule(
        String id,
        Suite suite,
        Level level,
        Authority authority,
        String says,
        List<Citation> citations,
        Tier tier,
        Set<String> capabilities,
        Set<Via> transports,
        Method method) {

    /** Reads the annotations of a method; nothing if it is no rule. */
    static Optional<Rule> of(Method method) {
        Must must = method.getAnnotation(Must.class);
        if (must != null) {
            return Optional.of(of(method, Level.MUST, must.id(), must.authority(), must.says()));
        }
        Should should = method.getAnnotation(Should.class);
        if (should != null) {
            return Optional.of(of(method, Level.SHOULD, should.id(), should.authority(), should.says()));
        }
        May may = method.getAnnotation(May.class);
        return may == null
                ? Optional.empty()
                : Optional.of(of(method, Level.MAY, may.id(), may.authority(), may.says()));
    }

    private static Rule of(Method method, Level level, String id, Authority authority, String says) {
        Class<?> owner = method.getDeclaringClass();
        PartOf partOf = owner.getAnnotation(PartOf.class);
        Section[] own = method.getAnnotationsByType(Section.class);
        Section[] sections = own.length > 0 ? own : owner.getAnnotationsByType(Section.class);
        if (partOf == null || sections.length == 0) {
            throw new IllegalStateException("rule " + id + ": " + owner + " lacks @PartOf or @Section");
        }
        @Nullable Needs needs = method.isAnnotationPresent(Needs.class)
                ? method.getAnnotation(Needs.class)
                : owner.getAnnotation(Needs.class);
        return new Rule(
                id,
                partOf.value(),
                level,
                authority,
                says,
                Arrays.stream(sections).map(s -> s.spec().at(s.anchor())).toList(),
                needs == null ? Tier.WIRE : needs.tier(),
                needs == null ? Set.of() : Set.of(needs.capabilities()),
                needs == null ? Set.of() : Set.of(needs.transports()),
                method);
    }

    /** Why the rule does not apply to a target, in one sentence; nothing if it does. */
    public Optional<String> inapplicableTo(Profile profile) {
        if (!profile.tier().includes(tier)) {
            return Optional.of("needs the " + tier.label() + " tier of the conformance app, the target offers "
                    + profile.tier().label());
        }
        Optional<Via> unreachable =
                transports.stream().filter(via -> !profile.offers(via)).findFirst();
        if (unreachable.isPresent()) {
            return Optional.of(
                    "the target offers no " + unreachable.get().name().toLowerCase(Locale.ROOT));
        }
        return capabilities.stream()
                .filter(capability -> !profile.capabilities().contains(capability))
                .findFirst()
                .map(missing -> "the target does not declare the capability \"" + missing + '"');
    }
}
