package dev.umpire.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that says where results go: a fresh folder unless one is named, since nothing recorded is overwritten. */
public final class ResultFolder {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd_HH-mm-ss-SSS");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where results and report go. Default: umpire-results/<date and time>.")
    private @Nullable Path out;

    /** Whether the user named one. */
    public boolean named() {
        return out != null;
    }

    /**
     * The folder, which does not hold results yet.
     *
     * @throws ParameterException if it does
     */
    public Path fresh() {
        Path folder =
                out != null ? out : Path.of("umpire-results", NAME.format(LocalDateTime.now(ZoneId.systemDefault())));
        if (Files.exists(folder.resolve("results.ndjson"))) {
            throw new ParameterException(
                    spec.commandLine(),
                    folder + " holds the results of another run. Name a new folder with --out, or remove that one.");
        }
        return folder;
    }
}
