package dev.umpire.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the reports of a run again, also of one that was cut short. */
@Command(
        name = "report",
        description = "Writes the reports of a result folder again, also after a run that was cut short.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The result folder: the one with results.ndjson.")
    private Path folder = Path.of("");

    @Override
    public Integer call() {
        return Closing.again(folder, spec.commandLine().getOut());
    }
}
