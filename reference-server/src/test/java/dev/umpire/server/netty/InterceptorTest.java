package dev.umpire.server.netty;

import static dev.umpire.server.netty.RawConnection.frame;
import static dev.umpire.server.netty.RawConnection.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.server.ServerOptions;
import dev.umpire.server.engineio.Request;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InterceptorTest {

    @Test
    void aFrameInterceptorChangesWhatIsReceivedAndSent() throws IOException {
        FrameInterceptor lenient = new FrameInterceptor() {
            @Override
            public List<Frame> incoming(Frame frame) {
                return List.of(new Frame(frame.fin(), 0, frame.opcode(), true, frame.payload()));
            }

            @Override
            public List<Frame> outgoing(Frame frame) {
                return frame.opcode() == Frame.PONG ? List.of() : List.of(frame, frame);
            }
        };
        try (TestServer server = new TestServer(ServerOptions.defaults().withFrames(handshake -> lenient));
                RawConnection connection = RawConnection.webSocket(server.echo(), "", new byte[0])) {
            connection.readHead();
            assertThat(connection.readText()).isEqualTo(connection.readText());

            connection.send(frame(0x89, new byte[0]), frame(0xA1, new byte[] {'4', 'a'}), text("4b"));

            assertThat(List.of(connection.readText(), connection.readText(), connection.readText()))
                    .containsExactly("4a", "4a", "4b");
        }
    }

    @Test
    void aRequestInterceptorChangesAResponse() throws IOException {
        RequestInterceptor teapot = new RequestInterceptor() {
            @Override
            public Response response(Request request, Response response) {
                return new Response(418, Map.of(), response.body(), true);
            }
        };
        try (TestServer server = new TestServer(ServerOptions.defaults().withRequests(teapot));
                RawConnection connection = new RawConnection(server.echo())) {
            connection.send("GET /engine.io/ HTTP/1.1\r\nHost: x\r\n\r\n");

            assertThat(connection.readResponse()).isEqualTo("418 {\"code\":0,\"message\":\"Transport unknown\"}");
        }
    }
}
