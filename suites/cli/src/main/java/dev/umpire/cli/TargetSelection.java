package dev.umpire.cli;

import dev.umpire.fixtures.target.ImageTarget;
import dev.umpire.fixtures.target.ServerKind;
import dev.umpire.fixtures.target.Target;
import dev.umpire.fixtures.target.TargetOptions;
import dev.umpire.fixtures.target.UrlTarget;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that choose targets: the embedded reference server unless others are named. */
public final class TargetSelection {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--server",
            paramLabel = "NAME",
            completionCandidates = Names.class,
            description = "A server that Umpire starts: ${COMPLETION-CANDIDATES}; may be repeated. Default: embedded.")
    private final List<String> servers = new ArrayList<>();

    @Option(
            names = "--target",
            paramLabel = "URL",
            description = "A server that is running, as http://host:port[/path]; may be repeated.")
    private final List<String> urls = new ArrayList<>();

    @ArgGroup(exclusive = false, multiplicity = "0..*")
    private final List<Image> images = new ArrayList<>();

    /** A server's container image; picocli insists on both. */
    private static final class Image {
        @Option(
                names = "--image",
                required = true,
                paramLabel = "NAME[:tag]",
                description = "A server's container image, which Docker starts; may be repeated.")
        private String name = "";

        @Option(
                names = "--image-port",
                required = true,
                paramLabel = "P",
                description = "Where the server of the --image before it listens, inside the container; it is told"
                        + " so in its environment, as PORT.")
        private int port;

        Choice choice(TargetOptions options) {
            String image = ImageTarget.named(name);
            if (port < 1 || port > 65535) {
                throw new IllegalArgumentException("--image-port must be 1 to 65535, not " + port);
            }
            return new Choice(image, () -> ImageTarget.start(image, port, options), true);
        }
    }

    /**
     * A target that is not started yet.
     *
     * @param name what reports call it
     * @param start starts it, or only names it if somebody else runs it
     * @param ours whether Umpire starts it, and so can start it again
     */
    public record Choice(String name, Supplier<Target> start, boolean ours) {
        static Choice of(ServerKind kind, TargetOptions options) {
            return new Choice(kind.id(), () -> kind.start(options), true);
        }
    }

    /**
     * The targets that were asked for, in that order: servers, images, addresses.
     *
     * @throws ParameterException if a name or address is wrong
     */
    public List<Choice> choices(TargetOptions options) {
        List<Choice> choices = new ArrayList<>();
        try {
            for (String id : servers) {
                choices.add(Choice.of(ServerKind.named(id), options));
            }
            for (Image image : images) {
                choices.add(image.choice(options));
            }
            for (String url : urls) {
                UrlTarget target = UrlTarget.of(url);
                choices.add(new Choice(target.name(), () -> target, false));
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), sentence(String.valueOf(e.getMessage())), e);
        }
        if (choices.isEmpty()) {
            choices.add(Choice.of(ServerKind.EMBEDDED, options));
        }
        return choices;
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** The servers that Umpire can start, for the help text. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ServerKind.ids().iterator();
        }
    }
}
