package dev.umpire.reports.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of {@code results.ndjson}; lines are written as things happen and never changed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ResultEvent.RunStarted.class, name = "run started"),
    @JsonSubTypes.Type(value = ResultEvent.TargetStarted.class, name = "target started"),
    @JsonSubTypes.Type(value = ResultEvent.RuleFinished.class, name = "rule finished"),
    @JsonSubTypes.Type(value = ResultEvent.LoadFinished.class, name = "load finished"),
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
     */
    record RunStarted(int schema, String umpire, String startedAt, List<String> command, List<String> suites)
            implements ResultEvent {
        public RunStarted {
            command = List.copyOf(command);
            suites = suites == null ? List.of() : List.copyOf(suites);
        }
    }

    /** A target answered its handshake and its rules begin. */
    record TargetStarted(TargetInfo target) implements ResultEvent {}

    /** A rule reached its verdict. */
    record RuleFinished(RuleResult rule) implements ResultEvent {}

    /** A load scenario ended. */
    record LoadFinished(LoadResult load) implements ResultEvent {}

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
