package dev.umpire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
}
