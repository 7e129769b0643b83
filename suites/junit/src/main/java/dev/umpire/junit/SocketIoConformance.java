package dev.umpire.junit;

import dev.umpire.fixtures.discovery.TargetUnreachableException;
import dev.umpire.reports.Reports;
import dev.umpire.reports.model.KnownFailureCheck;
import dev.umpire.reports.model.ResultLog;
import dev.umpire.suites.record.RunRecord;
import dev.umpire.suites.rule.Catalogue;
import dev.umpire.suites.rule.Rule;
import dev.umpire.suites.rule.Suite;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestReporter;

/**
 * Umpire's rules as tests of a server that is written in Java: one test a rule, grouped by suite.
 *
 * <pre>{@code
 * class MyServerConformanceTest extends SocketIoConformance {
 *     private final MyServer server = new MyServer();
 *
 *     @Override
 *     protected URI startServer() {
 *         return URI.create("http://localhost:" + server.start());
 *     }
 *
 *     @Override
 *     protected void stopServer() {
 *         server.stop();
 *     }
 * }
 * }</pre>
 *
 * <p>A broken MUST fails its test, with what was expected and observed, how to see it by hand, and the end of the
 * transcript. A broken SHOULD passes with a report entry, unless the tests are {@linkplain #strict() strict}; a MAY
 * that is not taken always does. What does not apply to the server, is blocked by another rule or cannot be told is
 * skipped, with the reason. The report for people is in the {@linkplain #resultFolder() result folder}.
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class SocketIoConformance {
    private @Nullable Hearing hearing;
    private @Nullable ResultLog log;

    /** For the class that extends this one. */
    protected SocketIoConformance() {}

    /**
     * Starts the server. Called again, after {@link #stopServer()}, if a rule has brought it down. Short heartbeats
     * keep the tests short, such as a ping interval of 800 ms and a ping timeout of 3000 ms.
     *
     * @return where it is: {@code http[s]://host:port[/path]}, the path being {@code /socket.io/} if it is left out
     * @throws Exception if it cannot be started, which fails the tests
     */
    protected abstract URI startServer() throws Exception;

    /**
     * Stops the server, also one that a rule has brought down.
     *
     * @throws Exception if it cannot be stopped, which fails the tests
     */
    protected abstract void stopServer() throws Exception;

    /** Returns what reports and lists of known failures call the server; by default the name of this class. */
    protected String serverName() {
        return getClass().getSimpleName();
    }

    /** Tells whether a rule is to be tried; by default every one is. What a server lacks need not be left out here. */
    protected boolean includes(Rule rule) {
        return true;
    }

    /**
     * Returns a list of failures that are known, in the format of {@code umpire run --known-failures}, or null for
     * none. Their tests are skipped with the reason that stands there; a line that is not borne out fails a test of its
     * own.
     */
    protected @Nullable Path knownFailures() {
        return null;
    }

    /** Tells whether a broken SHOULD fails its test; by default it does not. */
    protected boolean strict() {
        return false;
    }

    /**
     * Returns the folder for results and report, in which those of the run before are replaced; by default
     * {@code umpire/<name of this class>} where Maven or Gradle put what they make.
     */
    protected Path resultFolder() {
        String build = Files.exists(Path.of("pom.xml")) ? "target" : "build";
        return Path.of(build, "umpire", getClass().getName());
    }

    /** Starts the server and has JUnit run a test for each rule. */
    @TestFactory
    protected final Stream<DynamicNode> rules(TestReporter remarks) throws IOException, TargetUnreachableException {
        Catalogue catalogue = Catalogue.load();
        List<Rule> chosen = catalogue.rules().stream().filter(this::includes).toList();
        Path file = knownFailures();
        KnownList list = file == null ? null : KnownList.read(file, catalogue);
        Ruling ruling = new Ruling(strict(), list == null ? KnownFailureCheck.ofNothing() : list.check(), remarks);
        Hearing begun = begin(chosen, list);
        Stream<DynamicNode> suites = chosen.stream()
                .collect(Collectors.groupingBy(Rule::suite, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(suite -> container(suite, ruling, begun));
        return list == null ? suites : Stream.concat(suites, Stream.of(borneOut(list, begun)));
    }

    private Hearing begin(List<Rule> chosen, @Nullable KnownList list) throws IOException, TargetUnreachableException {
        ResultLog results = ResultLog.create(resultFolder());
        log = results;
        String version = SocketIoConformance.class.getPackage().getImplementationVersion();
        results.append(RunRecord.started(version, List.of(getClass().getName()), chosen));
        if (list != null) {
            results.append(list.listed());
        }
        Hearing begun = Hearing.begin(
                serverName(),
                () -> OwnServer.start(serverName(), this::startServer, this::stopServer),
                chosen,
                results);
        hearing = begun;
        return begun;
    }

    private static DynamicNode container(Map.Entry<Suite, List<Rule>> suite, Ruling ruling, Hearing hearing) {
        return DynamicContainer.dynamicContainer(
                suite.getKey().title(), suite.getValue().stream().map(rule -> test(rule, ruling, hearing)));
    }

    private static DynamicNode test(Rule rule, Ruling ruling, Hearing hearing) {
        URI source = URI.create("method:" + rule.probe().where() + "(dev.umpire.suites.rule.Clients)");
        return DynamicTest.dynamicTest(rule.id() + " " + rule.says(), source, () -> ruling.on(rule, hearing.of(rule)));
    }

    private DynamicNode borneOut(KnownList list, Hearing hearing) {
        return DynamicTest.dynamicTest(
                "every known failure is still one: " + list.listed().file(),
                () -> list.requireBorneOut(serverName(), hearing.all()));
    }

    /** Stops the server and writes the report. */
    @AfterAll
    protected final void end(TestReporter remarks) throws IOException, InterruptedException {
        ResultLog results = log;
        if (results == null) {
            return; // none of the tests was selected
        }
        try (results) {
            Hearing begun = hearing;
            if (begun == null) {
                return; // there was no server
            }
            begun.end();
        }
        remarks.publishEntry(
                "umpire", Reports.write(resultFolder()).index().toUri().toString());
    }
}
