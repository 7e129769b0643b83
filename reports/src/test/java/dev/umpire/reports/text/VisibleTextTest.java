package dev.umpire.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {
    @Test
    void showsWhatCannotBeSeen() {
        assertThat(VisibleText.of("a\u0000\u001eb\r\nc\rd\te\ud83d")).isEqualTo("a\\x00\\x1eb\nc\\x0dd\te\\ud83d");
    }

    @Test
    void leavesWhatCanBeSeen() {
        assertThat(VisibleText.of("<é€😀>\u0085")).isEqualTo("<é€😀>\u0085");
    }

    @Test
    void aLineHasNoLineEnds() {
        assertThat(VisibleText.line(" a \r\n  b\u001e\n")).isEqualTo("a b\\x1e");
    }
}
