package dev.umpire.suites.rule;

import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.discovery.Profile;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.transcript.Transcript;
import dev.umpire.fixtures.wire.EngineWire;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.fixtures.wire.Wires;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks after each rule whether the target still opens sessions, over whichever transport, and answers in them. Rules
 * that end while another's question is under way share the next one: it begins after all of them.
 */
final class Control {
    private final Profile profile;
    private final boolean joining;
    private final Object turn = new Object();
    private Question next = new Question();

    /**
     * Asks whether a target opens sessions.
     *
     * @param joining whether it has to answer CONNECT to the main namespace in them, too
     */
    Control(Profile profile, boolean joining) {
        this.profile = profile;
        this.joining = joining;
    }

    /** Whether the target opens a session from now on; the one opened for this is closed again. */
    boolean targetAnswers(Transcript asker) {
        Question mine;
        synchronized (this) {
            mine = next;
        }
        synchronized (turn) {
            if (mine.answer == null) {
                synchronized (this) {
                    next = new Question();
                }
                mine.answer = opens(mine.transcript);
            }
            asker.append(mine.transcript, 0);
            return mine.answer;
        }
    }

    private boolean opens(Transcript transcript) {
        Wires wires = new Wires(profile.endpoint(), profile.timing(), transcript, "control");
        return Stream.of(Via.POLLING, Via.WEBSOCKET).filter(profile::offers).anyMatch(via -> opens(wires, via));
    }

    private boolean opens(Wires wires, Via via) {
        try (EngineWire wire = EngineWire.open("control", wires, via)) {
            if (joining) {
                wire.send("40");
                new PacketWire(wire).next();
            }
            wire.send("1");
            return true;
        } catch (Violation e) {
            return false;
        }
    }

    private static final class Question {
        private final Transcript transcript = new Transcript();
        private @Nullable Boolean answer;
    }
}
