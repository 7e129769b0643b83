package dev.umpire.cli.image;

import dev.umpire.cli.ExitCode;
import dev.umpire.cli.HarnessException;
import dev.umpire.cli.SubCommand;
import dev.umpire.fixtures.target.ModuleImage;
import dev.umpire.fixtures.target.TargetUnavailableException;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Builds the container image of this command. */
@Command(
        name = "image",
        description = "Builds a container image of this command, from the checkout that it runs from.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  umpire image --tag umpire",
            "  docker run --rm --network host umpire run --target http://localhost:3000",
            "  umpire image --with-load --tag umpire-load"
        })
public final class ImageCommand implements SubCommand {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--tag",
            paramLabel = "NAME[:tag]",
            defaultValue = "umpire",
            description = "What the image is called. Default: ${DEFAULT-VALUE}.")
    private String tag = "umpire";

    @Option(
            names = "--with-load",
            description = "With the load scenarios, too: for injectors. Gatling's own report is left out, since the"
                    + " licence of its charts forbids to copy them.")
    private boolean withLoad;

    /** Made by {@link java.util.ServiceLoader}. */
    public ImageCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            (withLoad ? ModuleImage.ofLoad() : ModuleImage.ofCommand()).provideAs(tag);
        } catch (TargetUnavailableException e) {
            throw new HarnessException(String.valueOf(e.getMessage()), e);
        }
        out.println("image: " + tag);
        out.flush();
        return ExitCode.CONFORMANT;
    }
}
