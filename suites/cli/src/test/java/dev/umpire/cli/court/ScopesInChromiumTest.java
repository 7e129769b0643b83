package dev.umpire.cli.court;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every button, with every transport: whom the ball is shown to reach, and who is shown dark. */
class ScopesInChromiumTest extends CourtInChromium {

    @Test
    void everyPlayerComesByTheTransportThatWasChosen() {
        // when
        Rally rally = rally(server());

        // then
        rally.transportOf("Anna", "websocket").transportOf("Ben", "websocket").transportOf("Cleo", "polling");
        assertThat(rally.packets("Anna", "sent")).contains("2probe", "5");
        assertThat(rally.packets("Ben", "sent")).doesNotContain("2probe").contains("40{}");
    }

    // Anna and Ben are in red.
    @ParameterizedTest(name = "{0}, asked for by {1}: {2}")
    @CsvSource({
        "io,        Anna, Anna Ben Cleo, ''",
        "io,        Cleo, Anna Ben Cleo, ''",
        "broadcast, Anna, Ben Cleo,      Anna",
        "broadcast, Ben,  Anna Cleo,     Ben",
        "broadcast, Cleo, Anna Ben,      Cleo",
        "socket,    Anna, Anna,          Ben Cleo",
        "socket,    Ben,  Ben,           Anna Cleo",
        "socket,    Cleo, Cleo,          Anna Ben",
        "toRoom,    Anna, Anna Ben,      Cleo",
        "toRoom,    Cleo, Anna Ben,      Cleo",
        "fromRoom,  Anna, Ben,           Anna Cleo",
        "fromRoom,  Cleo, Anna Ben,      Cleo",
        "except,    Anna, Cleo,          Anna Ben",
        "except,    Ben,  Cleo,          Anna Ben",
        "send,      Anna, Anna,          Ben Cleo",
        "send,      Cleo, Cleo,          Anna Ben",
    })
    void reachesTheseAndNobodyElse(String call, String asker, String got, String dark) {
        // given
        Rally rally = rally(server()).room("Anna", "red").room("Ben", "red").asker(asker);

        // when
        rally.press(call);

        // then
        rally.says(sentence(words(got), words(dark)));
        assertThat(rally.shown("got")).isEqualTo(words(got));
        assertThat(rally.shown("dark")).isEqualTo(words(dark));
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void theOtherRoomHasOtherMembers() {
        // given
        Rally rally = rally(server()).room("Anna", "red").room("Cleo", "blue");
        rally.page().locator("[name=room][value=blue]").check();

        // when
        rally.press("toRoom");

        // then
        rally.says("Cleo received ball 1; Anna and Ben did not. Just as documented.");
        assertThat(rally.page().locator(".call").textContent()).isEqualTo("io.to(\"blue\").emit(\"ball\", 1)");
    }

    @ParameterizedTest
    @CsvSource({"polling, polling", "websocket, websocket", "upgrade, websocket"})
    void theAskerMayComeByAnyTransport(String chosen, String used) {
        // given
        Rally rally = rally(server());
        rally.choose("Ben", "transport", chosen).transportOf("Ben", used).asker("Ben");

        // when
        rally.press("broadcast");

        // then
        rally.says("Anna and Cleo received ball 1; Ben did not. Just as documented.");
        assertThat(rally.packets("Ben", "sent"))
                .anyMatch(packet -> packet.startsWith("421[\"umpire\",{\"op\":\"emit\",\"via\":\"broadcast\""));
    }

    @Test
    void aNamespaceIsAWorldOfItsOwn() {
        // given
        Rally rally = rally(server());
        rally.choose("Ben", "namespace", "/custom").stateOf("Ben", "ready");

        // when
        rally.press("io");

        // then
        rally.says("Anna and Cleo received ball 1. Just as documented.");
        assertThat(rally.player("Ben").locator(".status").textContent()).isEqualTo("nothing: plays in /custom");
        assertThat(rally.packets("Ben", "sent")).contains("40/custom,{}");
    }

    @Test
    void whoIsRefusedDoesNotPlay() {
        // given
        Rally rally = rally(server());

        // when
        rally.choose("Cleo", "namespace", "/guarded!").stateOf("Cleo", "refused");
        rally.press("io");

        // then
        rally.says("Anna and Ben received ball 1. Just as documented.");
        assertThat(rally.shown("away")).isEqualTo(List.of("Cleo"));
        assertThat(rally.player("Cleo").locator(".status").textContent()).isEqualTo("refused: not authorized");

        // when
        rally.choose("Cleo", "namespace", "/guarded").stateOf("Cleo", "ready");
    }

    @Test
    void playersComeAndGo() {
        // given
        Rally rally = rally(server());

        // when
        rally.page().locator("#add").click();
        rally.stateOf("Dan", "ready").asker("Dan").press("broadcast");

        // then
        rally.says("Anna, Ben and Cleo received ball 1; Dan did not. Just as documented.");

        // when
        rally.page().locator("#remove").click();
        rally.press("io");

        // then
        rally.says("Anna, Ben and Cleo received ball 2. Just as documented.");
    }

    private static List<String> words(String names) {
        return names.isBlank() ? List.of() : List.of(names.split(" "));
    }

    private static String sentence(List<String> got, List<String> dark) {
        String others = dark.isEmpty() ? "" : "; " + enumerated(dark) + " did not";
        return enumerated(got) + " received ball 1" + others + ". Just as documented.";
    }

    private static String enumerated(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
