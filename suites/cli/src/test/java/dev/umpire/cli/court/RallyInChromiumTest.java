package dev.umpire.cli.court;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.umpire.server.SocketIoServer;
import dev.umpire.server.app.ConformanceApp;
import dev.umpire.server.socketio.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What happens between players and server beyond plain scopes: answers, bytes, cuts, other pages, faults. */
class RallyInChromiumTest extends CourtInChromium {

    @Test
    void acknowledgementsComeBackToTheAsker() {
        // given
        Rally rally = rally(server()).wish("answer");

        // when
        rally.press("io");

        // then
        rally.says("Anna, Ben and Cleo received ball 1. 3 acknowledgements came back to Anna. Just as documented.");
        assertThat(rally.packets("Ben", "sent")).contains("430[\"Ben\"]");
        assertThat(rally.packets("Anna", "received"))
                .anyMatch(packet -> packet.startsWith("431[{") && packet.contains("\"timedOut\":false"));
    }

    @Test
    void bytesTravelAsAttachments() {
        // given
        Rally rally = rally(server()).wish("bytes");

        // when
        rally.press("broadcast");

        // then
        rally.says("Ben and Cleo received ball 1; Anna did not. Just as documented.");
        assertThat(rally.player("Ben").locator(".status").textContent()).isEqualTo("received ball 1 and bytes");
        assertThat(rally.packets("Ben", "received"))
                .anyMatch(packet -> packet.startsWith("451-[\"ball\""))
                .contains("ba 11 01");
        // polling carries bytes as Base64
        assertThat(rally.packets("Cleo", "received")).contains("buhEB");
    }

    @Test
    void sendMayCarryBytesAndAskForAnAnswer() {
        // given
        Rally rally = rally(server()).wish("bytes");

        // when
        rally.press("send");

        // then
        rally.says("Anna received ball 1; Ben and Cleo did not. Just as documented.");

        // when
        rally.wish("answer").press("send");

        // then
        rally.says("Anna received ball 2; Ben and Cleo did not. Just as documented.");
    }

    @Test
    void whoIsCutOffMissesBallsAndComesBackWithoutRooms() {
        // given
        Rally rally = rally(server()).room("Ben", "red");

        // when
        rally.player("Ben").locator(".cut").click();
        rally.stateOf("Ben", "away").press("io");

        // then
        rally.says("Anna and Cleo received ball 1. Just as documented.");
        assertThat(rally.shown("away")).containsExactly("Ben");

        // when
        rally.player("Ben").locator(".cut").click();
        rally.stateOf("Ben", "ready").press("io");

        // then
        rally.says("Anna, Ben and Cleo received ball 2. Just as documented.");
        assertThat(rally.player("Ben").locator("[data-room=red]").getAttribute("aria-pressed"))
                .isEqualTo("false");
    }

    @Test
    void aPollingClientCanBeCutOffToo() {
        // given
        Rally rally = rally(server());

        // when
        rally.player("Cleo").locator(".cut").click();
        rally.stateOf("Cleo", "away");
        rally.player("Cleo").locator(".cut").click();
        rally.stateOf("Cleo", "ready").asker("Cleo").press("broadcast");

        // then
        rally.says("Anna and Ben received ball 1; Cleo did not. Just as documented.");
    }

    @Test
    void twoTabsPlayOnOneCourt() {
        // given
        SocketIoServer server = server();
        Rally first = rally(server);
        Page tab = first.page().context().newPage();
        tab.navigate(server.address().resolve("/").toString());
        Rally second = new Rally(tab).everyoneIsHere();

        // when
        second.asker("Cleo").press("broadcast");

        // then
        second.says("Anna and Ben received ball 1; Cleo did not. Just as documented.");
        first.says("Cleo of another page asked; here Anna, Ben and Cleo received ball 1.");
        assertThat(first.shown("got")).containsExactly("Anna", "Ben", "Cleo");

        // when
        first.press("socket");

        // then
        first.says("Anna received ball 1; Ben and Cleo did not. Just as documented.");
        assertThat(second.shown("got")).containsExactly("Anna", "Ben");
    }

    @Test
    void aServerThatSendsABroadcastToItsSenderIsCaught() {
        // given
        Rally rally = rally(app((io, socket, ball) -> io.emit("ball", ball)));

        // when
        rally.press("broadcast");

        // then
        rally.says("Anna, Ben and Cleo received ball 1. By the documentation, Anna must not have received it.");
        assertThat(rally.shown("stray")).containsExactly("Anna");
    }

    @Test
    void aBallThatLeaksIntoAnotherNamespaceIsCaught() {
        // given
        Rally rally = rally(app((io, socket, ball) -> {
            io.emit("ball", ball);
            io.of("/custom").emit("ball", ball);
        }));
        rally.choose("Ben", "namespace", "/custom").stateOf("Ben", "ready");

        // when
        rally.press("io");

        // then
        rally.says("Anna and Cleo received ball 1. By the documentation, Ben must not have received it.");
        assertThat(rally.shown("stray")).containsExactly("Ben");
    }

    @Test
    void aBallThatComesAgainAfterTheNextIsCaught() {
        // given
        AtomicReference<Object[]> first = new AtomicReference<>();
        Rally rally = rally(app((io, socket, ball) -> {
            io.emit("ball", ball);
            if (!first.compareAndSet(null, ball)) {
                socket.emit("ball", first.get());
            }
        }));
        rally.press("io").says("Anna, Ben and Cleo received ball 1. Just as documented.");

        // when
        rally.press("io");

        // then
        assertThat(rally.player("Anna").locator(".status")).hasText("received ball 1, long after");
    }

    @Test
    void lostBytesAreCaught() {
        // given
        Rally rally = rally(app((io, socket, ball) -> io.emit("ball", ball[0], ball[1], ball[2])))
                .wish("bytes");

        // when
        rally.press("socket");

        // then
        rally.says("Anna, Ben and Cleo received ball 1. By the documentation, Ben and Cleo must not have received it, "
                + "Anna, Ben and Cleo should have received its bytes.");
    }

    @Test
    void lostAcknowledgementsAreCaught() {
        // given
        Rally rally = rally(app((io, socket, ball) -> io.emit("ball", ball))).wish("answer");

        // when
        rally.press("io");

        // then
        rally.says("Anna, Ben and Cleo received ball 1. No acknowledgements came back to Anna. By the documentation, "
                + "each receiver's acknowledgement should have come back.");
    }

    @Test
    void anEmptyAnswerToSendIsCaught() {
        // given
        SocketIoServer server = app((io, socket, ball) -> {});
        server.onConnection(socket -> socket.on("message-with-ack", (args, ack) -> ack.send()));
        Rally rally = rally(server).wish("answer");

        // when
        rally.press("send");

        // then
        rally.says("Nobody here received ball 1. By the documentation, Anna should have received it.");
    }

    @Test
    void aServerThatReachesNobodyIsCaught() {
        // given
        SocketIoServer server = server(
                options -> options,
                io -> io.onConnection(socket -> socket.on(
                        "umpire",
                        (args, ack) ->
                                ack.send(Map.of("server", "deaf/1", "rooms", List.of(), "capabilities", List.of())))),
                new Court("", "/socket.io/"));
        Rally rally = rally(server);

        // when
        rally.press("socket");

        // then
        rally.says("Nobody here received ball 1. By the documentation, Anna should have received it.");
        assertThat(rally.shown("missing")).containsExactly("Anna");
    }

    @Test
    void aBallThatStraysLateIsToldAllTheSame() {
        // given
        SocketIoServer server = server(
                options -> options,
                io -> io.onConnection(socket -> socket.on("umpire", (args, ack) -> {
                    if (args.get(0) instanceof Map<?, ?> command && command.get("args") instanceof List<?> ball) {
                        socket.broadcast().emit("ball", ball.toArray());
                        Executor later = CompletableFuture.delayedExecutor(1500, TimeUnit.MILLISECONDS);
                        later.execute(() -> socket.emit("ball", ball.toArray()));
                    }
                    ack.send(Map.of("server", "slow/1", "rooms", List.of(), "capabilities", List.of()));
                })),
                new Court("", "/socket.io/"));
        Rally rally = rally(server);

        // when
        rally.press("broadcast");

        // then
        rally.says("Ben and Cleo received ball 1; Anna did not. Just as documented.");
        rally.says("Anna, Ben and Cleo received ball 1. By the documentation, Anna must not have received it.");
    }

    @Test
    void aServerWithoutTheAppIsNamedAsSuch() {
        // given
        SocketIoServer server = server(options -> options, io -> {}, new Court("", "/socket.io/"));

        // when
        Rally rally = new Rally(chromium.open(server.address().resolve("/").toString()));

        // then
        rally.says(
                "Everyone is here, but this server does not answer the event “umpire”, by which it is asked to emit: "
                        + "see fixtures/CONTRACT.md. socket.send can be tried.");
        assertThat(rally.page().locator("[data-call=io]")).isDisabled();
        assertThat(rally.page().locator("[data-call=send]")).isEnabled();
    }

    @Test
    void recoveryBringsWhatWasMissed() {
        // given
        SocketIoServer server = server(
                options -> options.withRecovery(ConformanceApp.recovery(Duration.ofMinutes(1))),
                ConformanceApp::install,
                new Court("", "/socket.io/"));
        Rally rally = rally(server);
        rally.choose("Anna", "namespace", "/recoverable").choose("Ben", "namespace", "/recoverable");
        rally.stateOf("Anna", "ready").stateOf("Ben", "ready").press("io");
        rally.says("Anna and Ben received ball 1. Just as documented.");

        // when
        rally.player("Ben").locator(".cut").click();
        rally.stateOf("Ben", "away").press("io").says("Anna received ball 2. Just as documented.");
        rally.player("Ben").locator(".cut").click();
        rally.stateOf("Ben", "ready");

        // then
        assertThat(rally.player("Ben").locator(".status")).hasText("received ball 2, missed before");
    }

    @Test
    void theBallTravelsFirstAndThenIsThere() {
        // given
        SocketIoServer server = server();
        Page page = chromium.window(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE))
                .newPage();
        page.navigate(server.address().resolve("/").toString());
        Rally rally = new Rally(page).everyoneIsHere();

        // when
        rally.press("broadcast");
        page.locator(".ball").first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));

        // then
        rally.says("Ben and Cleo received ball 1; Anna did not. Just as documented.");
        assertThat(page.locator(".ball")).hasCount(0);
    }

    /** A server whose application does something of its own with every ball. */
    private SocketIoServer app(Play play) {
        return server(
                options -> options,
                io -> List.of(io.of("/"), io.of("/custom"))
                        .forEach(namespace -> namespace.onConnection(socket -> socket.on("umpire", (args, ack) -> {
                            if (args.get(0) instanceof Map<?, ?> command
                                    && command.get("args") instanceof List<?> ball) {
                                play.on(io, socket, ball.toArray());
                            }
                            ack.send(Map.of("server", "own/1", "rooms", List.of(), "capabilities", List.of()));
                        }))),
                new Court("", "/socket.io/"));
    }

    @FunctionalInterface
    private interface Play {
        void on(SocketIoServer io, Socket socket, Object... ball);
    }
}
