package dev.umpire.server.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.server.engineio.Outgoing;
import dev.umpire.server.engineio.packet.WirePacket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PacketLogTest {
    private static final int MAX_AGE = 100;

    private final PacketLog log = new PacketLog("log.", MAX_AGE, 100_000);
    private final List<String> offsets = new ArrayList<>();

    @Test
    void givesBackWhatCameAfterAnOffsetForTheRooms() {
        add(0, Selection.ALL, "a");
        add(0, Selection.ALL.to("red"), "b");
        add(0, Selection.ALL.to("blue"), "c");
        add(0, Selection.ALL.except("red"), "d");
        add(0, Selection.ALL.except("me"), "e");
        add(0, Selection.ALL.to("blue", "me"), "f");

        long place = log.place(offsets.get(0));

        assertThat(texts(place, Set.of("me", "red"))).containsExactly("4b", "4f");
        assertThat(texts(place, Set.of("me", "blue"))).containsExactly("4c", "4d", "4f");
        assertThat(log.after(place, "me", Set.of("me", "red")).last()).isEqualTo(6);
    }

    @Test
    void knowsNoOffsetButItsOwn() {
        add(0, Selection.ALL, "a");

        assertThat(List.of("", "log.", "log.2", "log.-1", "log.0", "gol.1", "log.1x"))
                .allSatisfy(offset -> assertThat(log.place(offset)).isEqualTo(PacketLog.NOWHERE));
        assertThat(log.place(offsets.get(0))).isEqualTo(1);
    }

    @Test
    void forgetsWhatIsTooOld() {
        add(0, Selection.ALL, "a");
        add(1, Selection.ALL, "b");
        add(MAX_AGE + 1, Selection.ALL, "c");

        assertThat(log.reachesBackTo(0)).isFalse();
        assertThat(log.reachesBackTo(1)).isTrue();
        assertThat(texts(0, Set.of("me"))).containsExactly("4b", "4c");
    }

    @Test
    void forgetsWhatIsTooMuch() {
        for (int i = 0; i < 20; i++) {
            add(0, Selection.ALL, "x".repeat(9_000));
        }

        assertThat(texts(0, Set.of("me"))).hasSize(10);
        assertThat(log.reachesBackTo(10)).isTrue();
        assertThat(log.reachesBackTo(9)).isFalse();
    }

    private void add(long time, Selection selection, String text) {
        log.add(selection, time, offset -> {
            offsets.add(offset);
            return Outgoing.of(WirePacket.message(text));
        });
    }

    private List<String> texts(long place, Set<String> rooms) {
        return log.after(place, "me", rooms).events().stream()
                .map(outgoing -> new String(outgoing.packets().get(0).bytes(), StandardCharsets.UTF_8))
                .toList();
    }
}
