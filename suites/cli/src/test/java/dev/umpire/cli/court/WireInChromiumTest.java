package dev.umpire.cli.court;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.umpire.server.SocketIoServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The wire beside the court: both layers, the handshake, and that nothing else is spoken to. */
class WireInChromiumTest extends CourtInChromium {

    @Test
    void showsBothLayersOfAPacketAndItsPartsOnRequest() {
        // given
        Rally rally = rally(server());
        rally.press("socket").says("Anna received ball 1; Ben and Cleo did not. Just as documented.");

        // when
        Locator packet = rally.page()
                .locator(".row.received[data-client=Anna] .packet")
                .filter(new Locator.FilterOptions().setHasText("\"ball\",1"));
        packet.locator("summary").click();

        // then
        assertThat(packet.locator("summary .meaning > *").allTextContents()).containsExactly("message", "EVENT “ball”");
        assertThat(packet.locator("summary code .engine").textContent()).isEqualTo("4");
        assertThat(packet.locator("summary code .socket").textContent()).isEqualTo("2");
        assertThat(packet.locator("dd").allTextContents())
                .containsExactly("Engine.IO: message", "Socket.IO: EVENT", "JSON");
    }

    @Test
    void explainsTheHandshakeOfEachTransportInItsOrder() {
        // given
        Rally rally = rally(server());
        Page page = rally.page();

        // when
        page.locator("#tab-handshake").click();

        // then
        assertThat(steps(page))
                .startsWith("A plain HTTP request", "Engine.IO: the session is open")
                .contains(
                        "Socket.IO: may I enter this namespace?",
                        "Socket.IO: welcome",
                        "A second wire is tried",
                        "101 Switching Protocols",
                        "Does the new wire carry?",
                        "It does",
                        "Changing over");
        assertThat(page.locator("#wire").isVisible()).isFalse();

        // when
        page.locator("#shown-client").selectOption("Ben");

        // then
        assertThat(steps(page))
                .containsExactly(
                        "HTTP, asking to become a WebSocket",
                        "101 Switching Protocols",
                        "Engine.IO: the session is open",
                        "Socket.IO: may I enter this namespace?",
                        "Socket.IO: welcome");

        // when
        page.locator("#shown-client").selectOption("Cleo");

        // then
        assertThat(steps(page))
                .containsExactly(
                        "A plain HTTP request",
                        "Engine.IO: the session is open",
                        "Socket.IO: may I enter this namespace?",
                        "Socket.IO: welcome");
    }

    @Test
    void clearsTheWire() {
        // given
        Rally rally = rally(server());

        // when
        rally.page().locator("#clear").click();

        // then
        assertThat(rally.page().locator(".row")).hasCount(0);
        assertThat(rally.page().locator(".empty")).isVisible();
    }

    @Test
    void speaksToItsServerOnlyAndBreaksNoneOfItsOwnRules() {
        // given
        SocketIoServer server = server();

        // when
        Rally rally = rally(server);
        rally.press("io").says("Anna, Ben and Cleo received ball 1. Just as documented.");

        // then
        String origin = server.address().resolve("/").toString();
        assertThat(chromium.requests()).allMatch(address -> address.startsWith(origin) || address.equals("data:,"));
        assertThat(chromium.complaints()).isEmpty();
        assertThat(rally.page()
                        .locator("meta[http-equiv=Content-Security-Policy]")
                        .getAttribute("content"))
                .contains("default-src 'none'", "connect-src 'self'")
                .doesNotContain("unsafe");
    }

    @Test
    void theKeyboardPlaysChoosesAndTurnsOver() {
        // given
        Rally rally = rally(server());
        Page page = rally.page();

        // when
        page.keyboard().press("2");

        // then
        rally.says("Ben and Cleo received ball 1; Anna did not. Just as documented.");

        // when
        page.locator("[name=asker][value=Anna]").focus();
        page.keyboard().press("ArrowRight");
        page.locator("[data-call=socket]").focus();
        page.keyboard().press("Enter");

        // then
        rally.says("Ben received ball 2; Anna and Cleo did not. Just as documented.");

        // when
        page.locator("#tab-wire").focus();
        page.keyboard().press("ArrowRight");

        // then
        assertThat(page.locator("#handshake")).isVisible();
        assertThat(page.locator("#tab-handshake")).isFocused();
    }

    @Test
    void aPhonesWidthNeedsNoScrollingSideways() {
        // given
        Rally rally = rally(server());

        // when
        rally.page().setViewportSize(390, 844);
        rally.press("broadcast").says("Ben and Cleo received ball 1; Anna did not. Just as documented.");

        // then
        assertThat(rally.page().evaluate("document.documentElement.scrollWidth"))
                .isEqualTo(390);
    }

    private static List<String> steps(Page page) {
        return page.locator("#steps strong").allTextContents();
    }
}
