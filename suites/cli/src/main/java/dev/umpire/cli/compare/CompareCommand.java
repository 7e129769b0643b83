package dev.umpire.cli.compare;

import dev.umpire.cli.ExitCode;
import dev.umpire.cli.HarnessException;
import dev.umpire.cli.SubCommand;
import dev.umpire.reports.compare.Comparison;
import dev.umpire.reports.markdown.ComparisonMarkdown;
import dev.umpire.reports.model.ResultReader;
import dev.umpire.reports.model.RunResults;
import dev.umpire.reports.model.UnreadableResultsException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what got better and what got worse from one run to another. */
@Command(
        name = "compare",
        description = "Says what got better, worse, new or gone from one run to another.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 nothing got worse; 1 something did: a rule that held or was less broken, a rule that held"
                    + " and is blocked, or a target of OLD that NEW does not have; 2 wrong usage; 3 a run cannot be"
                    + " read, or nothing got worse as far as NEW can tell: a target was not judged to the end, or a"
                    + " rule is undecided that was not."
        })
public final class CompareCommand implements SubCommand {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "OLD", description = "The result folder to compare with.")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW", description = "The result folder that may have got worse.")
    private Path after = Path.of("");

    @ArgGroup
    private final Form form = new Form();

    /** How it is shown, if not as a table. */
    static final class Form {
        @Option(names = "--json", description = "As JSON.")
        private boolean json;

        @Option(names = "--markdown", description = "As Markdown, for pages of CI servers.")
        private boolean markdown;
    }

    /** Made by {@link java.util.ServiceLoader}. */
    public CompareCommand() {}

    @Override
    public Integer call() {
        Comparison comparison = Comparison.of(read(before), read(after));
        PrintWriter out = spec.commandLine().getOut();
        if (form.json) {
            out.println(ComparisonJson.of(comparison));
        } else if (form.markdown) {
            out.print(ComparisonMarkdown.of(comparison));
        } else {
            ComparisonTable.print(comparison, out);
        }
        out.flush();
        if (comparison.worse()) {
            return ExitCode.NOT_CONFORMANT;
        }
        return comparison.incomplete() ? ExitCode.COULD_NOT_RUN : ExitCode.CONFORMANT;
    }

    private static RunResults read(Path folder) {
        try {
            return ResultReader.read(folder);
        } catch (UnreadableResultsException e) {
            throw new HarnessException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new HarnessException("cannot read the results in " + folder + ": " + e.getMessage(), e);
        }
    }
}
