package dev.umpire.server.netty;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Utf8StreamTest {

    @Test
    void acceptsTextThatIsCutAnywhere() {
        byte[] text = "κόσμε 🎾 zoë".repeat(400).getBytes(StandardCharsets.UTF_8);
        Utf8Stream stream = new Utf8Stream();

        for (byte b : text) {
            assertThat(stream.accepts(new byte[] {b})).isTrue();
        }
        assertThat(new Utf8Stream().accepts(text)).isTrue();
    }

    @Test
    void refusesAByteThatCannotFollow() {
        Utf8Stream stream = new Utf8Stream();

        assertThat(stream.accepts(new byte[] {'4', (byte) 0xf0, (byte) 0x9f})).isTrue();
        assertThat(stream.accepts(new byte[] {'a'})).isFalse();
    }

    @Test
    void refusesAByteThatNeverOccurs() {
        assertThat(new Utf8Stream().accepts(new byte[] {'4', (byte) 0xff})).isFalse();
    }
}
