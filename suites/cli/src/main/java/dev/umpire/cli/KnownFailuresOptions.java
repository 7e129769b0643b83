package dev.umpire.cli;

import dev.umpire.reports.known.KnownFailuresDraft;
import dev.umpire.reports.known.KnownFailuresFile;
import dev.umpire.reports.known.MalformedListException;
import dev.umpire.reports.model.KnownFailure;
import dev.umpire.reports.model.ResultEvent;
import dev.umpire.reports.model.RunResults;
import dev.umpire.suites.rule.Catalogue;
import dev.umpire.suites.rule.Rule;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options about failures that are known: a list to judge by, and a list to draft. */
final class KnownFailuresOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--known-failures",
            paramLabel = "FILE",
            description =
                    "Failures that are expected, tab-separated: rule, target, reason, message. They do not fail the run; "
                            + "a line that is not borne out does.")
    private @Nullable Path file;

    @Option(
            names = "--write-known-failures",
            paramLabel = "FILE",
            description = "Fits this list to the run: adds what failed, drops what passed, keeps reasons and comments.")
    private @Nullable Path draft;

    /**
     * The list to judge by, if there is one.
     *
     * @throws ParameterException if it cannot be read or understood, also the one to draft into
     */
    Optional<ResultEvent.KnownFailuresListed> listed(Catalogue catalogue) {
        if (draft != null && Files.exists(draft)) {
            read(draft); // rather than after a run
        }
        if (file == null) {
            return Optional.empty();
        }
        KnownFailuresFile list = read(file);
        return Optional.of(new ResultEvent.KnownFailuresListed(
                file.toString(), list.entries(), misnamed(list.entries(), catalogue)));
    }

    /** Writes the draft, if one is wanted, and says what is in it. */
    void draft(RunResults results, Catalogue catalogue, PrintWriter out) {
        if (draft == null) {
            return;
        }
        KnownFailuresFile before = Files.exists(draft) ? read(draft) : null;
        KnownFailuresDraft fitted = KnownFailuresDraft.of(
                results, before, misnamed(before == null ? List.of() : before.entries(), catalogue));
        try {
            fitted.write(draft);
        } catch (IOException e) {
            throw new HarnessException("cannot write known failures to " + draft + ": " + e.getMessage(), e);
        }
        out.printf(
                "known failures: %s: %d added, %d with another message, %d removed%n",
                draft, fitted.added(), fitted.changed(), fitted.removed());
        if (fitted.added() > 0) {
            out.println("  write their reasons in the place of " + KnownFailuresDraft.NO_REASON_YET);
        }
        out.flush();
    }

    private KnownFailuresFile read(Path list) {
        try {
            return KnownFailuresFile.read(list);
        } catch (MalformedListException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        } catch (NoSuchFileException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no list of known failures " + list + ". Draft one with --write-known-failures " + list,
                    e);
        } catch (IOException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The list of known failures " + list + " cannot be read as UTF-8 text: " + e.getMessage(),
                    e);
        }
    }

    private static Map<String, String> misnamed(List<KnownFailure> entries, Catalogue catalogue) {
        List<String> ids = catalogue.rules().stream().map(Rule::id).toList();
        return catalogue.unknown(entries).stream()
                .collect(Collectors.toMap(rule -> rule, rule -> Nearest.to(rule, ids)));
    }
}
