package dev.umpire.suites.proof;

import dev.umpire.fixtures.discovery.Profile;
import dev.umpire.fixtures.saboteur.Saboteur;
import dev.umpire.fixtures.target.TargetOptions;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.suites.rule.Rule;
import dev.umpire.suites.rule.Suite;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Saboteurs against rules: which of them break which, those that are named by a rule and a few that are not. */
final class KillMatrix {
    private static final int SERVERS_AT_ONCE = 12;

    private final List<Pair> pairs;
    private final long seed;

    /**
     * A rule on a spoilt server.
     *
     * @param expected whether the rule names the saboteur
     */
    record Pair(Class<? extends Saboteur> saboteur, Rule rule, boolean expected, RuleResult result) {
        boolean killed() {
            return result.verdict() == rule.level().whenBroken();
        }
    }

    private KillMatrix(List<Pair> pairs, long seed) {
        this.pairs = pairs;
        this.seed = seed;
    }

    /**
     * Tries rules on spoilt servers, several of these at a time.
     *
     * @param stated what is foreseen: anything else is tried again
     * @param only a regular expression that a rule's id or the saboteur's name must contain; empty for all
     * @param others how many rules that do not name a saboteur are tried besides
     */
    static KillMatrix prove(
            List<Rule> rules, StatedKills stated, Profile clean, TargetOptions options, String only, int others)
            throws Exception {
        Pattern wanted = Pattern.compile(only);
        long seed = System.nanoTime();
        Map<Class<? extends Saboteur>, List<Rule>> named = new TreeMap<>(Comparator.comparing(Class::getName));
        for (Rule rule : rules) {
            for (Class<? extends Saboteur> saboteur : rule.sabotagedBy()) {
                if (wanted.matcher(rule.id()).find()
                        || wanted.matcher(saboteur.getSimpleName()).find()) {
                    named.computeIfAbsent(saboteur, type -> new ArrayList<>()).add(rule);
                }
            }
        }
        ExecutorService threads = Executors.newFixedThreadPool(SERVERS_AT_ONCE);
        try {
            List<Future<List<Pair>>> runs = new ArrayList<>();
            patientFirst(named)
                    .forEach(saboteur -> runs.add(threads.submit(() -> {
                        List<Rule> victims = named.get(saboteur);
                        List<Rule> tried = new ArrayList<>(victims);
                        tried.addAll(sample(rules, victims, seed, others));
                        Map<String, RuleResult> results = new SabotagedRun(saboteur, clean, options)
                                .of(tried, (rule, result) -> stated.foresee(saboteur, rule, result));
                        return tried.stream()
                                .map(rule -> new Pair(saboteur, rule, victims.contains(rule), results.get(rule.id())))
                                .toList();
                    })));
            List<Pair> pairs = new ArrayList<>();
            for (Future<List<Pair>> run : runs) {
                pairs.addAll(run.get());
            }
            return new KillMatrix(pairs, seed);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Stream<Class<? extends Saboteur>> patientFirst(Map<Class<? extends Saboteur>, List<Rule>> named) {
        return named.keySet().stream()
                .sorted(Comparator.comparing(saboteur -> named.get(saboteur).stream()
                        .noneMatch(rule -> rule.probe().patient())));
    }

    /** Other rules, which differ from build to build; of the grid none, since its rules fall in crowds. */
    private static List<Rule> sample(List<Rule> rules, List<Rule> victims, long seed, int size) {
        List<Rule> others = new ArrayList<>(rules);
        others.removeAll(victims);
        others.removeIf(rule -> rule.suite() == Suite.SCOPE_GRID);
        Collections.shuffle(others, new Random(seed + victims.hashCode()));
        return others.subList(0, Math.min(size, others.size()));
    }

    /** What must have been broken. */
    Stream<Pair> expected() {
        return pairs.stream().filter(Pair::expected);
    }

    /** What fell although it does not name the saboteur. */
    Stream<Pair> besides() {
        return pairs.stream().filter(pair -> !pair.expected() && pair.killed());
    }

    /** What the choice of the other rules began with. */
    long seed() {
        return seed;
    }

    /** Everything that was tried. */
    List<Pair> pairs() {
        return pairs;
    }

    /**
     * Rules that fell under the very same saboteurs, which may be one rule too many; without those of the grid, which
     * differ in what they combine and not in what can be wrong.
     */
    List<List<String>> fallTogether() {
        Map<String, Set<String>> killers = new TreeMap<>();
        pairs.stream()
                .filter(pair -> pair.killed() && pair.rule().suite() != Suite.SCOPE_GRID)
                .forEach(pair -> killers.computeIfAbsent(pair.rule().id(), id -> new TreeSet<>())
                        .add(pair.saboteur().getSimpleName()));
        Map<Set<String>, List<String>> groups = killers.keySet().stream()
                .collect(Collectors.groupingBy(killers::get, LinkedHashMap::new, Collectors.toList()));
        return groups.values().stream().filter(group -> group.size() > 1).toList();
    }
}
