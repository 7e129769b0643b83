package dev.umpire.cli.report;

import dev.umpire.cli.Closing;
import dev.umpire.cli.HarnessException;
import dev.umpire.cli.ResultFolder;
import dev.umpire.cli.RunEvents;
import dev.umpire.cli.SubCommand;
import dev.umpire.cli.load.ExpectationOptions;
import dev.umpire.reports.load.LoadEntry;
import dev.umpire.reports.merge.MergedRun;
import dev.umpire.reports.model.LoadExpectation;
import dev.umpire.reports.model.ResultLog;
import dev.umpire.reports.model.UnreadableResultsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the reports of a run again, also of one that was cut short; or those of several injectors as of one run. */
@Command(
        name = "report",
        description = "Writes the reports of a result folder again, also after a run that was cut short. Of several"
                + " folders, the injectors of one load run, it writes one report: histograms and counts are added.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  umpire report out                              writes the report of out again",
            "  umpire report out-1 out-2 out-3 --out merged   three injectors as one run"
        })
public final class ReportCommand implements SubCommand {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..*",
            description = "The result folder: the one with results.ndjson. Several for several injectors.")
    private List<Path> folders = List.of(Path.of(""));

    @Mixin
    private final ResultFolder merged = new ResultFolder();

    @Mixin
    private final ExpectationOptions expected = new ExpectationOptions();

    /** Made by {@link java.util.ServiceLoader}. */
    public ReportCommand() {}

    @Override
    public Integer call() {
        if (folders.size() > 1 || merged.named()) {
            return Closing.write(mergedFolder(), spec.commandLine().getOut());
        }
        if (expected.given()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "What is expected of a run stands in its results already. Here it can be said of several injectors:"
                            + " name the folders of all of them");
        }
        return Closing.again(folders.get(0), spec.commandLine().getOut());
    }

    private Path mergedFolder() {
        Path folder = merged.fresh();
        try {
            MergedRun run = MergedRun.of(folders);
            List<LoadExpectation> expectations =
                    expected.judge(new LoadEntry(run.load().target(), run.load().scenario(), List.of(run.load())));
            try (ResultLog log = ResultLog.create(folder)) {
                run.write(RunEvents.started(spec), expectations, log);
            }
            return folder;
        } catch (UnreadableResultsException e) {
            throw new HarnessException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new HarnessException("cannot put the results together: " + e.getMessage(), e);
        }
    }
}
