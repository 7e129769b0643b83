package dev.umpire.reports.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.umpire.reports.model.KnownFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownFailuresFileTest {
    @TempDir
    Path folder;

    @Test
    void readsEntriesAmongCommentsAndBlankLines() throws IOException {
        // given
        Path file = write("# ours\n\nrule\ttarget\treason\tmessage\nA\tnode\twhy\n# more\nB\t*\tbecause\tclosed\n");

        // when
        KnownFailuresFile list = KnownFailuresFile.read(file);

        // then
        assertThat(list.entries())
                .containsExactly(
                        new KnownFailure(4, "A", "node", "why", null),
                        new KnownFailure(6, "B", "*", "because", "closed"));
    }

    @Test
    void theColumnOfMessagesMayBeAbsent() throws IOException {
        assertThat(KnownFailuresFile.read(write("rule\ttarget\treason\r\nA\tnode\twhy\r\n"))
                        .entries())
                .containsExactly(new KnownFailure(2, "A", "node", "why", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'# nothing'|line 1: the header is missing: rule<tab>target<tab>reason<tab>message",
                "A;node;why|line 1: the header must be rule<tab>target<tab>reason<tab>message, with tabs between, the last"
                        + " column being optional; found A<tab>node<tab>why",
                "rule;target;reason/A;node|line 2: 3 or 4 columns are wanted (rule, target, reason, message), with tabs"
                        + " between; found 2",
                "rule;target;reason/A;node; |line 2: the reason is missing",
                "rule;target;reason/A;node;x/B;node;x/A;node;y|line 4: the same rule and target stand in line 2; delete"
                        + " one of them"
            })
    void whatIsWrongIsSaidWithItsLine(String text, String message) throws IOException {
        // given
        Path file = write(text.replace(';', '\t').replace('/', '\n'));

        // then
        assertThatThrownBy(() -> KnownFailuresFile.read(file))
                .isInstanceOf(MalformedListException.class)
                .hasMessage(file + ", " + message);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("known.tsv"), text);
    }
}
