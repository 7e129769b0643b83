package dev.umpire.suites.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastWordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "TypeError: Cannot read properties of undefined (reading 'emit')",
                "java.lang.OutOfMemoryError: Java heap space",
                "socketio.exceptions.ConnectionRefusedError: Connection refused by the server",
                "panic: runtime error: index out of range [3] with length 3"
            })
    void areTheComplaintRatherThanWhatStandsBehindIt(String complaint) {
        // given
        String log = "ready http://127.0.0.1:41000/socket.io/\n" + complaint + "\n    at somewhere\n\nNode.js v20\n";

        // then
        assertThat(LastWords.of(log)).isEqualTo(complaint);
    }

    @Test
    void areTheLastComplaintOfSeveral() {
        assertThat(LastWords.of("Error: first\n    at here\n  Error: second\n    at there\n"))
                .isEqualTo("Error: second");
    }

    @Test
    void areNoLineThatOnlySpeaksOfErrors() {
        // given
        String log = "starting with 0 Errors\nErrors: 0\nterminated\n";

        // then
        assertThat(LastWords.of(log)).isEqualTo("terminated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n \n"})
    void ofAServerThatPrintedNothingSaySo(String log) {
        assertThat(LastWords.of(log)).isEqualTo("it printed nothing");
    }
}
