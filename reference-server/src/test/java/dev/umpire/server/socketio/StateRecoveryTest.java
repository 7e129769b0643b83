package dev.umpire.server.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.server.engineio.Outgoing;
import dev.umpire.server.engineio.packet.WirePacket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StateRecoveryTest {
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final AtomicLong now = new AtomicLong();
    private final AtomicLong secret = new AtomicLong(10_000_000);
    private final StateRecovery recovery =
            new StateRecovery(Recovery.within(LIMIT), () -> "" + secret.getAndIncrement(), now::get);
    private String offset = "";

    @Test
    void givesASocketToTheFirstWhoClaimsIt() {
        emit();
        recovery.save(session("pid", 0, 1, 1, 0));

        assertThat(claim("pid", offset)).isNotNull();
        assertThat(claim("pid", offset)).isNull();
    }

    @Test
    void givesNothingForAnUnknownPidOrOffset() {
        emit();
        recovery.save(session("pid", 0, 1, 1, 0));

        assertThat(claim("other", offset)).isNull();
        assertThat(claim("pid", "nonsense")).isNull();
    }

    @Test
    void givesNothingForAnOffsetFromBeforeTheSocket() {
        emit();
        String before = offset;
        emit();
        recovery.save(session("pid", 2, 2, 2, 0));

        assertThat(claim("pid", before)).isNull();
    }

    @Test
    void needsNoOffsetOfAClientThatReceivedNothing() {
        emit();
        recovery.save(session("pid", 1, 1, 1, 0));
        emit();

        SavedSession session = claim("pid", null);

        assertThat(session).isNotNull();
        assertThat(missed(session, null)).isEqualTo(1);
    }

    @Test
    void forgetsASocketThatStaysAwayTooLong() {
        recovery.save(session("pid", 0, 0, 0, 0));
        now.set(LIMIT.toNanos());
        assertThat(recovery.awaitsAnyone()).isTrue();

        now.set(LIMIT.toNanos() + 1);

        assertThat(recovery.awaitsAnyone()).isFalse();
        assertThat(claim("pid", null)).isNull();
    }

    @Test
    void takesBackASocketWhoseLastEventIsLongForgotten() {
        emit();
        String last = offset;
        emit();
        now.set(5 * LIMIT.toNanos());
        recovery.save(session("idle", 0, 1, 2, now.get()));
        recovery.save(session("behind", 0, 2, 2, now.get()));
        emit();

        SavedSession idle = claim("idle", last);

        assertThat(idle).isNotNull();
        assertThat(missed(idle, last)).isEqualTo(1);
        assertThat(claim("behind", last)).isNull();
    }

    private void emit() {
        recovery.emit(
                Selection.ALL,
                given -> {
                    offset = given;
                    return Outgoing.of(WirePacket.message("x"));
                },
                (outgoing, place) -> {});
    }

    private static SavedSession session(String pid, long joined, long addressed, long left, long time) {
        SavedSession.Places places = new SavedSession.Places(joined, addressed, left);
        return new SavedSession("sid-" + pid, pid, Set.of(), Map.of(), places, time);
    }

    private @Nullable SavedSession claim(String pid, @Nullable String received) {
        return recovery.claim(auth(pid, received));
    }

    private int missed(SavedSession session, @Nullable String received) {
        int[] missed = {-1};
        recovery.reenter(
                session,
                auth(session.pid(), received),
                events -> missed[0] = events.events().size());
        return missed[0];
    }

    private static Map<String, @Nullable Object> auth(String pid, @Nullable String received) {
        Map<String, @Nullable Object> auth = new HashMap<>();
        auth.put("pid", pid);
        auth.put("offset", received);
        return auth;
    }
}
