package dev.umpire.suites.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.fixtures.transcript.Transcript;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "x"})
    void aLongContentIsNotCutAmidASurrogatePair(String before) {
        Transcript transcript = new Transcript();
        transcript.sent("wire-1", "message", before + "😀".repeat(3000), () -> null);

        String kept = Evidence.of(transcript).get(0).content();

        assertThat(kept).contains("characters left out");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(kept)).isTrue();
    }
}
