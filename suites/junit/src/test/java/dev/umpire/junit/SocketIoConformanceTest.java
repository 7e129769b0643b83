package dev.umpire.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.umpire.fixtures.saboteur.Saboteur;
import dev.umpire.fixtures.saboteur.engineio.MaxPayloadUnannounced;
import dev.umpire.fixtures.saboteur.engineio.WebSocketUpgradable;
import dev.umpire.fixtures.target.TargetOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.opentest4j.AssertionFailedError;

class SocketIoConformanceTest {
    private static final String SHOULD = "EIO-OPEN-UPGRADES-WEBSOCKET";

    @BeforeEach
    void forget() {
        JudgedServer.CALLS.clear();
    }

    @Test
    void aRuleIsATestInItsSuite() throws Exception {
        EngineExecutionResults run = run(Sound.class);

        assertThat(names(run))
                .containsExactly(
                        "SocketIoConformanceTest$Sound",
                        "rules(TestReporter)",
                        "engine.io handshake",
                        "EIO-OPEN-FIELDS announces pingInterval, pingTimeout and maxPayload as positive numbers",
                        "EIO-OPEN-UPGRADES-WEBSOCKET announces no upgrades for a session that begins on a WebSocket",
                        "connect",
                        "SIO-CONNECT-ANSWERED-ONCE answers one CONNECT once, before anything else of its namespace");
        run.testEvents().assertStatistics(tests -> tests.succeeded(3).failed(0).aborted(0));
        assertThat(JudgedServer.CALLS).containsExactly("start", "stop");
        assertThat(Files.readString(Path.of("target/umpire/Sound/index.html"))).contains("EIO-OPEN-FIELDS");
    }

    @Test
    void aBrokenMustFailsWithItsEvidence() {
        EngineExecutionResults run = run(WithoutMaxPayload.class);

        AssertionFailedError failure = (AssertionFailedError) onlyProblem(run, TestExecutionResult.Status.FAILED);
        assertThat(failure.getMessage())
                .startsWith("EIO-OPEN-FIELDS: the server announces pingInterval, pingTimeout")
                .contains("expected: maxPayload as a positive number", "observed: {\"sid\":", "by hand:\n", "curl -i ")
                .containsPattern("transcript:\n.* ms {2}\\S+ -> http request: GET /socket.io/");
        assertThat(failure.getExpected().getStringRepresentation()).isEqualTo("maxPayload as a positive number");
        assertThat(failure.getStackTrace()[0].getClassName()).startsWith("dev.umpire.suites.engineio.");
    }

    @Test
    void aBrokenShouldPassesWithAnEntry() {
        EngineExecutionResults run = run(UpgradableWebSocket.class);

        run.testEvents().assertStatistics(tests -> tests.succeeded(1));
        assertThat(entries(run).get(SHOULD)).startsWith("warned: expected an empty list of upgrades, but observed {");
    }

    @Test
    void aBrokenShouldFailsIfTheTestsAreStrict() {
        EngineExecutionResults run = run(StrictlyJudged.class);

        assertThat(onlyProblem(run, TestExecutionResult.Status.FAILED)).hasMessageStartingWith(SHOULD + ": the server");
    }

    @Test
    void aKnownFailureIsSkippedWithItsReason() {
        EngineExecutionResults run = run(KnownToFail.class);

        assertThat(onlyProblem(run, TestExecutionResult.Status.ABORTED))
                .hasMessageStartingWith("known failure: nobody needs it (expected maxPayload as a positive number,");
        run.testEvents().assertStatistics(tests -> tests.succeeded(1).failed(0)); // the list itself
    }

    @Test
    void aKnownFailureThatIsNoneFailsATestOfItsOwn() {
        EngineExecutionResults run = run(KnownTooMuch.class);

        assertThat(onlyProblem(run, TestExecutionResult.Status.FAILED))
                .hasMessageMatching(".*known.tsv, line 2: EIO-OPEN-FIELDS passes now on KnownTooMuch; delete the line\n"
                        + ".*known.tsv, line 3: NO-SUCH-RULE is no rule; correct the id, or delete the line");
    }

    @Test
    void whatDoesNotApplyIsSkippedWithTheReason() {
        EngineExecutionResults run = run(Incapable.class);

        assertThat(onlyProblem(run, TestExecutionResult.Status.ABORTED)).hasMessageStartingWith("not applicable: ");
    }

    @Test
    void aServerThatDoesNotStartFailsWithWhatItThrew() {
        EngineExecutionResults run = run(Stillborn.class);

        assertThat(containerProblem(run)).hasMessage("startServer() failed: java.io.IOException: no disk");
    }

    @Test
    void anAddressThatIsNoneFailsWithWhatIsWanted() {
        EngineExecutionResults run = run(Nowhere.class);

        assertThat(containerProblem(run))
                .hasMessage(
                        "startServer() returned ftp://localhost: cannot use \"ftp://localhost\" as a target: it must"
                                + " start with http:// or https://. Wanted: http[s]://host:port[/path], such as"
                                + " http://localhost:3000");
    }

    private static EngineExecutionResults run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute();
    }

    private static List<String> names(EngineExecutionResults run) {
        return run.allEvents().started().stream()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .skip(1) // the engine
                .toList();
    }

    private static Throwable onlyProblem(EngineExecutionResults run, TestExecutionResult.Status status) {
        return problem(run.testEvents().finished().stream().toList(), status);
    }

    private static Throwable containerProblem(EngineExecutionResults run) {
        return problem(run.containerEvents().finished().stream().toList(), TestExecutionResult.Status.FAILED);
    }

    private static Throwable problem(List<Event> finished, TestExecutionResult.Status status) {
        List<Throwable> problems = finished.stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .filter(result -> result.getStatus() == status)
                .map(result -> result.getThrowable().orElseThrow())
                .toList();
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private static Map<String, String> entries(EngineExecutionResults run) {
        return run.allEvents().reportingEntryPublished().stream()
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .reduce(new HashMap<>(), (all, more) -> {
                    all.putAll(more);
                    return all;
                });
    }

    private static Saboteur none() {
        return new Saboteur() {};
    }

    private static Path list(String name, String... lines) {
        try {
            Path file =
                    Files.createDirectories(Path.of("target", "lists", name)).resolve("known.tsv");
            return Files.write(file, List.of("rule\ttarget\treason", String.join("\n", lines)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static final class Sound extends JudgedServer {
        Sound() {
            super(none(), "EIO-OPEN-FIELDS", SHOULD, "SIO-CONNECT-ANSWERED-ONCE");
        }
    }

    static class WithoutMaxPayload extends JudgedServer {
        WithoutMaxPayload() {
            super(new MaxPayloadUnannounced(), "EIO-OPEN-FIELDS");
        }
    }

    static class UpgradableWebSocket extends JudgedServer {
        UpgradableWebSocket() {
            super(new WebSocketUpgradable(), SHOULD);
        }
    }

    static final class StrictlyJudged extends UpgradableWebSocket {
        @Override
        protected boolean strict() {
            return true;
        }
    }

    static final class KnownToFail extends WithoutMaxPayload {
        @Override
        protected Path knownFailures() {
            return list("fail", "EIO-OPEN-FIELDS\tKnownToFail\tnobody needs it");
        }
    }

    static final class KnownTooMuch extends JudgedServer {
        KnownTooMuch() {
            super(none(), "EIO-OPEN-FIELDS");
        }

        @Override
        protected Path knownFailures() {
            return list("pass", "EIO-OPEN-FIELDS\t*\tnobody needs it", "NO-SUCH-RULE\t*\tnobody needs it");
        }
    }

    static final class Incapable extends JudgedServer {
        Incapable() {
            super(none(), "RECOVERY-AGAIN");
        }

        @Override
        TargetOptions options() {
            TargetOptions brisk = TargetOptions.brisk();
            return TargetOptions.plain(
                    brisk.pingInterval(), brisk.pingTimeout(), brisk.connectTimeout(), brisk.maxPayload());
        }
    }

    static final class Stillborn extends JudgedServer {
        Stillborn() {
            super(none(), "EIO-OPEN-FIELDS");
        }

        @Override
        protected URI startServer() throws IOException {
            throw new IOException("no disk");
        }
    }

    static final class Nowhere extends JudgedServer {
        Nowhere() {
            super(none(), "EIO-OPEN-FIELDS");
        }

        @Override
        protected URI startServer() {
            return URI.create("ftp://localhost");
        }
    }
}
