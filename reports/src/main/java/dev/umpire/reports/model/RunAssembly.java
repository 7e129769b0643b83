package dev.umpire.reports.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts the events of one file together, one after the other; confined to one thread. */
final class RunAssembly {
    private final Map<String, Target> targets = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();
    private ResultEvent.@Nullable RunStarted run;
    private KnownFailureCheck known = KnownFailureCheck.ofNothing();
    private @Nullable Long millis;

    boolean started() {
        return run != null;
    }

    void remark(String sentence) {
        remarks.add(sentence);
    }

    void add(ResultEvent event) throws IncompleteEventException {
        if (event instanceof ResultEvent.RunStarted start) {
            run = start;
        } else if (event instanceof ResultEvent.KnownFailuresListed list) {
            known = new KnownFailureCheck(list);
        } else if (event instanceof ResultEvent.TargetStarted start) {
            target(start.target() == null ? null : start.target().name()).info = start.target();
        } else if (event instanceof ResultEvent.RuleFinished finished) {
            RuleResult rule = finished.rule();
            if (rule == null || rule.id() == null || rule.suite() == null || rule.verdict() == null) {
                throw new IncompleteEventException("a rule with an id, a suite and a verdict");
            }
            target(rule.target()).rules.put(rule.id(), rule);
        } else if (event instanceof ResultEvent.RuleRepeated repeated) {
            if (repeated.id() == null || repeated.verdict() == null) {
                throw new IncompleteEventException("a rule with an id and a verdict");
            }
            target(repeated.target())
                    .repeated
                    .computeIfAbsent(repeated.id(), id -> new ArrayList<>())
                    .add(repeated);
        } else if (event instanceof ResultEvent.LoadFinished finished) {
            LoadResult load = finished.load();
            if (load == null
                    || load.scenario() == null
                    || load.work() == null
                    || load.deliveries() == null
                    || load.fanOut() == null
                    || load.delivery() == null) {
                throw new IncompleteEventException("a load result with its scenario, work, deliveries and latencies");
            }
            target(load.target()).loads.add(load);
        } else if (event instanceof ResultEvent.LoadExpected expected) {
            LoadExpectation expectation = expected.expectation();
            if (expectation == null || expectation.scenario() == null || expectation.wanted() == null) {
                throw new IncompleteEventException("an expectation with its scenario and what was wanted");
            }
            target(expectation.target()).expectations.add(expectation);
        } else if (event instanceof ResultEvent.Remarked remarked) {
            if (remarked.remark() == null) {
                throw new IncompleteEventException("a remark");
            }
            remark(remarked.remark());
        } else if (event instanceof ResultEvent.TargetFinished finished) {
            target(finished.target()).finished = finished;
        } else if (event instanceof ResultEvent.RunFinished finished) {
            millis = finished.millis();
        }
    }

    RunResults results() {
        ResultEvent.RunStarted start = run;
        if (start == null) {
            throw new IllegalStateException("no run started");
        }
        if (millis == null) {
            remarks.add("The run did not end in an orderly way: what was recorded until then is shown.");
        }
        List<TargetResults> results = targets.entrySet().stream()
                .map(entry -> entry.getValue().results(entry.getKey(), millis != null, start.suites(), known))
                .toList();
        return new RunResults(start, results, millis, remarks, known.stale(results));
    }

    private Target target(@Nullable String name) throws IncompleteEventException {
        if (name == null) {
            throw new IncompleteEventException("the name of a target");
        }
        return targets.computeIfAbsent(name, key -> new Target());
    }

    /** What is known of one target so far. */
    private static final class Target {
        private final Map<String, RuleResult> rules = new HashMap<>();
        private final Map<String, List<ResultEvent.RuleRepeated>> repeated = new TreeMap<>();
        private final List<LoadResult> loads = new ArrayList<>();
        private final List<LoadExpectation> expectations = new ArrayList<>();
        private @Nullable TargetInfo info;
        private ResultEvent.@Nullable TargetFinished finished;

        TargetResults results(String name, boolean runFinished, List<String> suites, KnownFailureCheck known) {
            long millis = finished == null ? 0 : finished.millis();
            String problem = finished == null ? null : finished.problem();
            if (finished == null && !runFinished) {
                problem = "The run stopped before it was done with this target.";
            }
            List<Repetition> repetitions = repeated.entrySet().stream()
                    .map(entry -> Repetition.of(entry.getKey(), entry.getValue()))
                    .toList();
            List<RuleResult> ordered = ordered(suites);
            return new TargetResults(
                    name, info, ordered, repetitions, loads, expectations, millis, problem, known.known(ordered));
        }

        // Rules finish in any order, since they overlap; a report must not change with it.
        private List<RuleResult> ordered(List<String> suites) {
            return rules.values().stream()
                    .sorted(Comparator.comparing((RuleResult rule) -> place(suites, rule.suite()))
                            .thenComparing(RuleResult::suite)
                            .thenComparing(RuleResult::id))
                    .toList();
        }

        private static int place(List<String> suites, String suite) {
            int place = suites.indexOf(suite);
            return place < 0 ? suites.size() : place;
        }
    }
}
