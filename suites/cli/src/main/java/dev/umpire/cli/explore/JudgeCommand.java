package dev.umpire.cli.explore;

import dev.umpire.cli.ExitCode;
import dev.umpire.cli.HarnessException;
import dev.umpire.cli.SubCommand;
import dev.umpire.fixtures.history.HistoryFile;
import dev.umpire.fixtures.judge.HistoryJudge;
import dev.umpire.fixtures.judge.Judgement;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges saved histories by the model. */
@Command(
        name = "judge",
        description = "Judges saved histories: who received what, against who must, may and must not.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 the model allows all of it, 1 it does not, 2 wrong usage, 3 a file is",
            "no history, or what is wrong may come from a machine that stood still.",
            "Example:",
            "  umpire judge umpire-results/2026-11-22_10-00-00-000/history.ndjson"
        })
public final class JudgeCommand implements SubCommand {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "HISTORY", description = "NDJSON, as umpire explore writes it.")
    private final List<Path> files = new ArrayList<>();

    /** Made by {@link java.util.ServiceLoader}. */
    public JudgeCommand() {}

    @Override
    public Integer call() {
        int worst = ExitCode.CONFORMANT;
        for (Path file : files) {
            int code = judge(file, spec.commandLine().getOut());
            worst = worst == ExitCode.NOT_CONFORMANT ? worst : Math.max(worst, code);
            worst = code == ExitCode.NOT_CONFORMANT ? code : worst;
        }
        return worst;
    }

    private static int judge(Path file, PrintWriter out) {
        if (!Files.isReadable(file)) {
            throw new HarnessException(file + " cannot be read. Is the path right?");
        }
        HistoryJudge judge = new HistoryJudge();
        try {
            HistoryFile.read(file, judge::accept);
        } catch (IOException | IllegalArgumentException e) {
            throw new HarnessException(String.valueOf(e.getMessage()), e);
        }
        Judgement judgement = judge.finish();
        out.println(file + ": " + judgement.lines() + " lines, " + judgement.deliveries() + " deliveries, "
                + (judgement.clean() ? "all as the model says" : judgement.count() + " findings"));
        judgement.findings().forEach(finding -> out.println("- line " + finding.line() + ", " + finding));
        if (judgement.undecided()) {
            out.println("undecided: this machine stood still meanwhile");
            return ExitCode.COULD_NOT_RUN;
        }
        return judgement.clean() ? ExitCode.CONFORMANT : ExitCode.NOT_CONFORMANT;
    }
}
