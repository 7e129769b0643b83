package dev.umpire.cli.coverage;

import dev.umpire.cli.ExitCode;
import dev.umpire.cli.HarnessException;
import dev.umpire.cli.SubCommand;
import dev.umpire.suites.coverage.Coverage;
import dev.umpire.suites.coverage.Discrepancy;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows how much of each document the rules test, and compares the coverage files with the texts. */
@Command(
        name = "coverage",
        description = "Shows which sentences of the specifications have rules.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "With --texts the exit code is 1 if the coverage files and the texts do not agree.",
            "Where the texts come from: CONTRIBUTING.md, \"Sentences\"."
        })
public final class CoverageCommand implements SubCommand {
    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "As JSON, with every sentence.")
    private boolean json;

    @Option(names = "--texts", paramLabel = "DIR", description = "Compare with the texts in this folder.")
    private @Nullable Path texts;

    /** Made by {@link java.util.ServiceLoader}. */
    public CoverageCommand() {}

    @Override
    public Integer call() {
        Coverage coverage = Coverage.load();
        PrintWriter out = spec.commandLine().getOut();
        Optional<List<Discrepancy>> discrepancies = Optional.ofNullable(texts).map(folder -> compare(coverage, folder));
        if (json) {
            out.println(CoverageJson.of(coverage, discrepancies));
        } else {
            CoverageTable.print(coverage, out);
            discrepancies.ifPresent(found -> CoverageTable.print(found, out));
        }
        return discrepancies.filter(found -> !found.isEmpty()).isPresent()
                ? ExitCode.NOT_CONFORMANT
                : ExitCode.CONFORMANT;
    }

    private static List<Discrepancy> compare(Coverage coverage, Path folder) {
        try {
            return coverage.compareWith(folder);
        } catch (NoSuchFileException e) {
            throw new HarnessException(
                    "there is no text " + e.getFile() + ". CONTRIBUTING.md, \"Sentences\", says how to fetch it.", e);
        } catch (IOException e) {
            throw new HarnessException("cannot read the texts in " + folder + ": " + e.getMessage(), e);
        }
    }
}
