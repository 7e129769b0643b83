package dev.umpire.cli;

import java.io.PrintWriter;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The umpire command. */
@Command(
        name = "umpire",
        description = "Judges whether a server plays by the rules of WebSocket, Engine.IO and Socket.IO.",
        mixinStandardHelpOptions = true,
        versionProvider = Umpire.Version.class,
        subcommands = {RunCommand.class, ListCommand.class, ExplainCommand.class},
        footer = {
            "",
            "Exit codes: 0 conformant, 1 not conformant, 2 wrong usage, 3 the harness could not run",
            "or could not tell.",
            "Try: umpire run"
        })
public final class Umpire implements Runnable {
    @Spec
    private CommandSpec spec;

    private Umpire() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    /** Runs the command; the exit code. */
    static int execute(String... arguments) {
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Umpire());
        ServiceLoader.load(SubCommand.class).forEach(commandLine::addSubcommand);
        RunCommand.listServers(commandLine.getSubcommands().get("run").getCommandSpec());
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setExecutionExceptionHandler(Umpire::explain);
        commandLine.setParameterExceptionHandler(Umpire::correct);
        return commandLine;
    }

    /** One sentence about what was wrong; the whole help text would hide it. */
    private static int correct(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(wrong.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("Help: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (failure instanceof HarnessException) {
            PrintWriter err = command.getErr();
            err.println("umpire: " + failure.getMessage());
            return ExitCode.COULD_NOT_RUN;
        }
        command.getErr().println("umpire: this is a defect of Umpire: " + failure);
        failure.printStackTrace(command.getErr());
        return ExitCode.COULD_NOT_RUN;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do, such as: umpire run");
    }

    /** The version in the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"umpire " + text()};
        }

        static String text() {
            String version = Umpire.class.getPackage().getImplementationVersion();
            return version == null ? "development" : version;
        }
    }
}
