package dev.umpire.cli.load;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** The load command with an engine of the test's choice. */
final class LoadTrial {
    private final LoadEngine engine;
    private final Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** Results go to this folder, which must not exist yet. */
    LoadTrial(LoadEngine engine, Path folder) {
        this.engine = engine;
        this.folder = folder;
    }

    /** Runs the command; its exit code. */
    int run(String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("--out", folder.toString()));
        CommandLine command = new CommandLine(new LoadCommand(Optional.of(engine)));
        command.setCaseInsensitiveEnumValuesAllowed(true);
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        return command.execute(arguments.toArray(String[]::new));
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
