package dev.umpire.server.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InMemoryAdapterTest {
    private final InMemoryAdapter adapter = new InMemoryAdapter();

    @BeforeEach
    void join() {
        adapter.join("a", List.of("a", "r", "0"));
        adapter.join("b", List.of("b", "r", "s", "__proto__"));
        adapter.join("c", List.of("c", "s"));
    }

    @Test
    void selectsEverybodyWithoutRoomsAndNobodyForAnEmptyList() {
        assertThat(adapter.select(Selection.ALL)).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(adapter.select(Selection.ALL.to())).isEmpty();
        assertThat(adapter.select(Selection.ALL.to("unknown", ""))).isEmpty();
    }

    @Test
    void selectsTheUnionOfRoomsEachOnceWithoutTheExcepted() {
        assertThat(adapter.select(Selection.ALL.to("r").to("s"))).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(adapter.select(Selection.ALL.to("r", "s").except("b"))).containsExactlyInAnyOrder("a", "c");
        assertThat(adapter.select(Selection.ALL.except("s"))).containsExactly("a");
        assertThat(adapter.select(Selection.ALL.to("0", "__proto__"))).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void exceptsASocketById_evenIfItLeftItsOwnRoom() {
        adapter.leave("a", "a");

        assertThat(adapter.select(Selection.ALL.except("a"))).containsExactlyInAnyOrder("b", "c");
    }

    @Test
    void leavesOneRoomOrAll() {
        adapter.leave("b", "r");
        assertThat(adapter.roomsOf("b")).containsExactlyInAnyOrder("b", "s", "__proto__");

        adapter.leaveAll("b");
        adapter.leave("b", "s");
        assertThat(adapter.roomsOf("b")).isEmpty();
        assertThat(adapter.select(Selection.ALL)).containsExactlyInAnyOrder("a", "c");
    }
}
