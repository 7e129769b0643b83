package dev.umpire.suites.rule;

import dev.umpire.fixtures.discovery.Profile;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.saboteur.Saboteur;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.reports.model.Citation;
import dev.umpire.reports.model.Level;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
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
 * @param sabotagedBy defects under which it fails
 * @param seenIn bugs of real servers that it would have found, by their ids in the museum
 * @param probe what tries it
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
        List<Class<? extends Saboteur>> sabotagedBy,
        List<String> seenIn,
        Probe probe) {

    /** Reads the annotations of a method: no rule, one, or one a case. */
    static List<Rule> of(Method method) {
        Must must = method.getAnnotation(Must.class);
        if (must != null) {
            return List.of(of(
                    Probe.of(method),
                    Level.MUST,
                    must.id(),
                    must.authority(),
                    must.says(),
                    List.of(must.sabotagedBy()),
                    must.seenIn()));
        }
        Should should = method.getAnnotation(Should.class);
        if (should != null) {
            return List.of(of(
                    Probe.of(method),
                    Level.SHOULD,
                    should.id(),
                    should.authority(),
                    should.says(),
                    List.of(should.sabotagedBy()),
                    should.seenIn()));
        }
        May may = method.getAnnotation(May.class);
        if (may != null) {
            return List.of(of(
                    Probe.of(method),
                    Level.MAY,
                    may.id(),
                    may.authority(),
                    may.says(),
                    List.of(may.sabotagedBy()),
                    may.seenIn()));
        }
        MustEach each = method.getAnnotation(MustEach.class);
        return each == null ? List.of() : grid(method, each);
    }

    private static List<Rule> grid(Method method, MustEach each) {
        List<? extends Grid.Case> cases = Grid.of(each.of()).cases();
        return IntStream.range(0, cases.size())
                .mapToObj(i -> of(Probe.of(method, i, cases.get(i)), each, cases.get(i)))
                .toList();
    }

    private static Rule of(Probe probe, MustEach each, Grid.Case one) {
        Rule plain = of(probe, Level.MUST, one.id(), each.authority(), one.says(), List.of(), each.seenIn());
        return new Rule(
                plain.id,
                plain.suite,
                plain.level,
                plain.authority,
                plain.says,
                plain.citations,
                plain.tier,
                one.capabilities(),
                one.transports(),
                one.sabotagedBy(),
                plain.seenIn,
                probe);
    }

    private static Rule of(
            Probe probe,
            Level level,
            String id,
            Authority authority,
            String says,
            List<Class<? extends Saboteur>> sabotagedBy,
            String[] seenIn) {
        Method method = probe.method();
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
                sabotagedBy,
                List.of(seenIn),
                probe);
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
