package dev.umpire.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ServeCommandTest {
    private final StringWriter errors = new StringWriter();
    private final CommandLine serve = new CommandLine(new ServeCommand()).setErr(new PrintWriter(errors));

    @Test
    void saysThatAPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int code = serve.execute("--host", "127.0.0.1", "--port", String.valueOf(taken.getLocalPort()));

            assertThat(code).isEqualTo(2);
            assertThat(errors.toString())
                    .startsWith("cannot listen on 127.0.0.1:" + taken.getLocalPort())
                    .contains("choose another with --port");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--port=70000",
                "--port=abc",
                "--ping-interval=0",
                "--max-payload=-1",
                "--max-buffered=0",
                "--max-sessions=0",
                "--max-connections=0",
                "--tls-key=key.pem",
                "--log-format=xml",
                "--unknown"
            })
    void refusesABadOption(String option) {
        assertThat(serve.execute(option)).isEqualTo(2);
        assertThat(errors.toString()).isNotEmpty();
    }
}
