package dev.umpire.reports.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of {@code results.ndjson}; lines are written as things happen and never changed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ResultEvent.RunStarted.class, name = "run started"),
    @JsonSubTypes.Type(value = ResultEvent.KnownFailuresListed.class, name = "known failures listed"),
    @JsonSubTypes.Type(value = ResultEvent.TargetStarted.class, name = "target started"),
    @JsonSubTypes.Type(value = ResultEvent.RuleFinished.class, name = "rule finished"),
    @JsonSubTypes.Type(value = ResultEvent.RuleRepeated.class, name = "rule repeated"),
    @JsonSubTypes.Type(value = ResultEvent.LoadFinished.class, name = "load finished"),
    @JsonSubTypes.Type(value = ResultEvent.LoadExpected.class, name = "load expected"),
    @JsonSubTypes.Type(value = ResultEvent.Remarked.class, name = "remarked"),
    @JsonSubTypes.Type(value = ResultEvent.TargetFinished.class, name = "target finished"),
    @JsonSubTypes.Type(value = ResultEvent.RunFinished.class, name = "run finished")
})
public sealed interface ResultEvent {

    /**
     * A run began.
     *
     * @param schema version of this format
     * @param umpire version of Umpire
     * @param startedAt ISO-8601 instant
     * @param command the command line that started it
     * @param suites the suites of its rules, in the order in which people read them
     * @param rules what is known of its rules before any is tried
     * @param coverage how much of the texts the rules cover
     * @param capabilities what an app under test may declare, and its rules ask for
     */
    record RunStarted(
            int schema,
            String umpire,
            String startedAt,
            List<String> command,
            List<String> suites,
            List<RuleBackground> rules,
            List<DocumentCoverage> coverage,
            List<String> capabilities)
            implements ResultEvent {

        /** The beginning of a run whose rules ask for no capability. */
        public RunStarted(
                int schema,
                String umpire,
                String startedAt,
                List<String> command,
                List<String> suites,
                List<RuleBackground> rules,
                List<DocumentCoverage> coverage) {
            this(schema, umpire, startedAt, command, suites, rules, coverage, List.of());
        }

        public RunStarted {
            command = List.copyOf(command);
            suites = suites == null ? List.of() : List.copyOf(suites);
            rules = rules == null ? List.of() : List.copyOf(rules);
            coverage = coverage == null ? List.of() : List.copyOf(coverage);
            capabilities = capabilities == null ? List.of() : List.copyOf(capabilities);
        }
    }

    /**
     * Some failures are expected.
     *
     * @param file where they are listed
     * @param entries its lines
     * @param misnamed for each rule among them that Umpire does not have, the one that was probably meant
     */
    record KnownFailuresListed(String file, List<KnownFailure> entries, Map<String, String> misnamed)
            implements ResultEvent {
        public KnownFailuresListed {
            entries = List.copyOf(entries);
            misnamed = Map.copyOf(misnamed);
        }
    }

    /** A target answered its handshake and its rules begin. */
    record TargetStarted(TargetInfo target) implements ResultEvent {}

    /** A rule reached its verdict; of several for one rule and target the last counts, which is the worst. */
    record RuleFinished(RuleResult rule) implements ResultEvent {}

    /**
     * A rule reached its verdict in one of several runs.
     *
     * @param target name of the target
     * @param id id of the rule
     * @param run number of the run, from 1 on
     * @param verdict what was concluded
     * @param millis how long the rule took, in milliseconds
     * @param marginMillis the least time that was left of what the rule waited for, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RuleRepeated(
            String target,
            String id,
            int run,
            Verdict verdict,
            long millis,
            @Nullable Long marginMillis) implements ResultEvent {}

    /** A round of a load scenario ended. */
    record LoadFinished(LoadResult load) implements ResultEvent {}

    /** Figures of a load scenario were held against what somebody expects of them; one that is unmet fails the run. */
    record LoadExpected(LoadExpectation expectation) implements ResultEvent {}

    /** Something that a reader of the results must know, in one sentence or some. */
    record Remarked(String remark) implements ResultEvent {}

    /**
     * Nothing more follows about a target.
     *
     * @param millis how long its rules took together, in milliseconds
     * @param problem why the harness could not finish, or null when it did
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TargetFinished(
            String target, long millis, @Nullable String problem) implements ResultEvent {}

    /** The run ended in an orderly way; absent after a crash. */
    record RunFinished(long millis) implements ResultEvent {}
}
