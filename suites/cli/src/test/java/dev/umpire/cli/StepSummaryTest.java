package dev.umpire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepSummaryTest {
    @TempDir
    private Path folder;

    @Test
    void isAppendedToWhatOtherCommandsOfTheStepWrote() throws Exception {
        Path page = Files.writeString(folder.resolve("page.md"), "# Before\n");

        StepSummary.append("## Umpire\n", page.toString());

        assertThat(page).hasContent("# Before\n## Umpire\n\n");
    }

    @Test
    void isNothingWhereThereIsNoPage() throws Exception {
        StepSummary.append("## Umpire\n", null);
        StepSummary.append("## Umpire\n", "");

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aRunAppendsItsPageAndAReportThatIsWrittenAgainDoesNot() throws Exception {
        Path page = folder.resolve("page.md");
        String results = folder.resolve("results").toString();

        assertThat(umpire(page, "run", "--rule", "SIO-CONNECT-MAIN", "--out", results))
                .isZero();
        assertThat(page).hasContent(Files.readString(folder.resolve("results/summary.md")) + "\n");
        assertThat(umpire(page, "report", results)).isZero();

        assertThat(page).hasContent(Files.readString(folder.resolve("results/summary.md")) + "\n");
    }

    /** The command in a process of its own, as only there the environment can be another. */
    private int umpire(Path page, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Umpire.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder umpire = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        umpire.environment().put(StepSummary.VARIABLE, page.toString());
        return umpire.start().waitFor();
    }
}
