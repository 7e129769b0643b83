package dev.umpire.cli.coverage;

import dev.umpire.cli.ExitCode;
import dev.umpire.cli.HarnessException;
import dev.umpire.cli.SubCommand;
import dev.umpire.suites.coverage.Coverage;
import dev.umpire.suites.coverage.Discrepancy;
import dev.umpire.suites.coverage.Document;
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
import picocli.CommandLine.ParameterException;
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

    @Option(
            names = "--draft",
            paramLabel = "ID",
            description = "With --texts: list the sentences of this document as beginnings of rows, and nothing else.")
    private @Nullable String draft;

    /** Made by {@link java.util.ServiceLoader}. */
    public CoverageCommand() {}

    @Override
    public Integer call() {
        Coverage coverage = Coverage.load();
        PrintWriter out = spec.commandLine().getOut();
        if (draft != null) {
            drafts(coverage, draft).forEach(out::println);
            return ExitCode.CONFORMANT;
        }
        Optional<List<Discrepancy>> discrepancies =
                Optional.ofNullable(texts).map(folder -> read(folder, coverage::compareWith));
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

    private List<String> drafts(Coverage coverage, String id) {
        List<String> known = coverage.documents().stream().map(Document::id).toList();
        if (!known.contains(id)) {
            throw wrong("There is no document \"" + id + "\". Known: " + String.join(", ", known));
        }
        if (texts == null) {
            throw wrong("--draft needs --texts, the folder with the texts");
        }
        return read(texts, folder -> coverage.drafts(id, folder));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private interface Reading<T> {
        T from(Path folder) throws IOException;
    }

    private static <T> T read(Path folder, Reading<T> reading) {
        try {
            return reading.from(folder);
        } catch (NoSuchFileException e) {
            throw new HarnessException(
                    "there is no text " + e.getFile() + ". CONTRIBUTING.md, \"Sentences\", says how to fetch it.", e);
        } catch (IOException e) {
            throw new HarnessException("cannot read the texts in " + folder + ": " + e.getMessage(), e);
        }
    }
}
