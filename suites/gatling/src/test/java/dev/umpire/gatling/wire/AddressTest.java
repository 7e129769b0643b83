package dev.umpire.gatling.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource({
        "http://localhost:3000, http://localhost:3000/socket.io/?EIO=4&transport=polling",
        "http://localhost:3000/, http://localhost:3000/socket.io/?EIO=4&transport=polling",
        "https://example.org, https://example.org/socket.io/?EIO=4&transport=polling",
        "http://localhost/chat/, http://localhost/chat/?EIO=4&transport=polling",
        "http://localhost?tenant=7, http://localhost/socket.io/?tenant=7&EIO=4&transport=polling",
        "http://[::1]:3000, http://[::1]:3000/socket.io/?EIO=4&transport=polling"
    })
    void namesWhereToPoll(String given, String polled) {
        assertThat(new Address(URI.create(given)).polling()).isEqualTo(polled);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:3000, ws://localhost:3000/socket.io/?EIO=4&transport=websocket",
        "https://localhost/x/?a=b, wss://localhost/x/?a=b&EIO=4&transport=websocket"
    })
    void namesWhereToOpenAWebSocket(String given, String opened) {
        assertThat(new Address(URI.create(given)).webSocket()).isEqualTo(opened);
    }

    @Test
    void sendsTheSessionAlong() {
        Address address = new Address(URI.create("http://localhost"));

        assertThat(address.polling("a+b")).endsWith("&transport=polling&sid=a%2Bb");
        assertThat(address.webSocket("s")).endsWith("&transport=websocket&sid=s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ws://localhost", "localhost:3000", "/socket.io/", "http:/x", "mailto:a@b"})
    void refusesWhatIsNoAddress(String given) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Address(URI.create(given)))
                .withMessage("\"" + given + "\" is no address of a Socket.IO server, such as http://localhost:3000");
    }
}
