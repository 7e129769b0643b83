package dev.umpire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.umpire.fixtures.target.ServerKind;
import dev.umpire.fixtures.target.Target;
import dev.umpire.fixtures.target.TargetOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A server that breaks one rule, EIO-UPGRADE-PROBE, judged with lists of known failures. */
class KnownFailuresTest {
    private static final String HEADER = "rule\ttarget\treason\tmessage\n";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Target target;
    private AlteringProxy proxy;
    private int runs;

    @BeforeEach
    void startABrokenServer() throws Exception {
        target = ServerKind.EMBEDDED.start(TargetOptions.brisk());
        proxy = AlteringProxy.replacing("3probe", "3prone", target.url());
    }

    @AfterEach
    void stop() throws Exception {
        proxy.close();
        target.close();
    }

    @Test
    void aKnownFailureDoesNotFailTheRunAndIsShown() throws Exception {
        int code = run(list("EIO-UPGRADE-PROBE\t*\tour proxy cannot spell\n"));

        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("failed (known: our proxy cannot spell)  EIO-UPGRADE-PROBE")
                .contains("1 passed, 1 failed (1 known) in ");
        JsonNode summary =
                new ObjectMapper().readTree(folder.resolve("run-1/summary.json").toFile());
        assertThat(summary.path("conformant").asBoolean()).isTrue();
        assertThat(summary.at("/targets/0/knownFailures").asInt()).isEqualTo(1);
        assertThat(summary.at("/targets/0/rules").findValuesAsText("known")).containsExactly("our proxy cannot spell");
        assertThat(folder.resolve("run-1/index.html")).content().contains("breaks no rule but 1 known one");
        assertThat(folder.resolve("run-1/badge.json")).content().contains("1 known failure");
    }

    @Test
    void aPassThatWasNotExpectedFailsTheRunAndNamesTheLine() throws Exception {
        Path list = list("# ours\nEIO-UPGRADE-PROBE\t*\twhy\nSIO-CONNECT-MAIN\t*\twhy\n");

        int code = run(list);

        assertThat(code).isEqualTo(1);
        assertThat(out.toString()).contains("stale: " + list + ", line 4: SIO-CONNECT-MAIN passes now on http://");
        assertThat(folder.resolve("run-1/index.html")).content().contains("The list of known failures is out of date.");
    }

    @Test
    void aFailureThatWaversMayBeAbsent() throws Exception {
        int code = run(list("EIO-UPGRADE-PROBE\t*\twavers: at times\nSIO-CONNECT-MAIN\t*\twavers: at times\n"));

        assertThat(code).isZero();
        assertThat(out.toString()).contains("1 passed, 1 failed (1 known) in ").doesNotContain("stale");
    }

    @Test
    void anEntryForNoRuleAndOneForNoTargetFailTheRun() throws Exception {
        int code = run(list("EIO-UPGRADE-PROBE\t*\twhy\nEIO-UPGRADE-PROB\t*\twhy\nEIO-UPGRADE-PROBE\tdeno\twhy\n"));

        assertThat(code).isEqualTo(1);
        assertThat(out.toString())
                .contains("line 3: EIO-UPGRADE-PROB is no rule (did you mean EIO-UPGRADE-PROBE?)")
                .contains("line 4: EIO-UPGRADE-PROBE names the target deno, but this run has http://");
    }

    @Test
    void aDraftIsBorneOutByTheNextRunAndKeepsReasons() throws Exception {
        Path draft = folder.resolve("draft.tsv");

        assertThat(run("--write-known-failures", draft.toString())).isEqualTo(1);
        assertThat(draft)
                .content()
                .startsWith(HEADER + "EIO-UPGRADE-PROBE\thttp://")
                .contains("\t(say why)\t");
        assertThat(out.toString()).contains("known failures: " + draft + ": 1 added");
        Files.writeString(draft, Files.readString(draft).replace("(say why)", "our proxy cannot spell"));
        assertThat(run(draft)).isZero();
        assertThat(run("--known-failures", draft.toString(), "--write-known-failures", draft.toString()))
                .isZero();

        assertThat(draft).content().contains("\tour proxy cannot spell\t");
        assertThat(out.toString()).contains(": 0 added, 0 with another message, 0 removed");
    }

    @Test
    void aListThatIsMissingOrMalformedIsWrongUsage() throws Exception {
        assertThat(run(folder.resolve("nothing.tsv"))).isEqualTo(2);
        assertThat(err.toString())
                .contains("There is no list of known failures")
                .contains("--write-known-failures");
        Path commas = Files.writeString(folder.resolve("commas.tsv"), "rule,target,reason\n");
        assertThat(run(commas)).isEqualTo(2);
        assertThat(run("--write-known-failures", commas.toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains(commas + ", line 1: the header must be rule<tab>target<tab>reason<tab>message");
        assertThat(out.toString()).isEmpty();
    }

    private Path list(String entries) throws Exception {
        return Files.writeString(folder.resolve("known.tsv"), HEADER + entries);
    }

    private int run(Path list) {
        return run("--known-failures", list.toString());
    }

    private int run(String... options) {
        runs++;
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--target",
                proxy.url(),
                "--rule",
                "EIO-UPGRADE-PROBE",
                "--rule",
                "SIO-CONNECT-MAIN",
                "--out",
                folder.resolve("run-" + runs).toString()));
        arguments.addAll(List.of(options));
        CommandLine commandLine = Umpire.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments.toArray(String[]::new));
    }
}
