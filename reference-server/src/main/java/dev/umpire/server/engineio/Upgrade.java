package dev.umpire.server.engineio;

import dev.umpire.server.engineio.packet.PacketType;
import dev.umpire.server.engineio.packet.WirePacket;
import java.util.List;

/**
 * The way of one WebSocket from probe to upgrade packet (Engine.IO v4, "Upgrade"). Anything else, or too long a pause,
 * ends the candidate and leaves polling as it was. Confined to the session's loop.
 */
final class Upgrade {
    private static final List<WirePacket> PROBE_ANSWER = List.of(WirePacket.of(PacketType.PONG, "probe"));

    private final Session session;
    private final PollingTransport polling;
    private final WebSocketConnection candidate;
    private final Runnable onEnd;
    private final Loop.Timer timer;
    private boolean probed;

    Upgrade(
            Session session,
            PollingTransport polling,
            WebSocketConnection candidate,
            EngineOptions options,
            Runnable onEnd) {
        this.session = session;
        this.polling = polling;
        this.candidate = candidate;
        this.onEnd = onEnd;
        this.timer = session.loop().schedule(options.upgradeTimeout(), this::abandon);
    }

    boolean isFor(WebSocketConnection connection) {
        return candidate == connection;
    }

    void receive(String text) {
        if (!probed && text.equals("2probe")) {
            probed = true;
            candidate.send(PROBE_ANSWER);
            polling.hurry(true);
        } else if (probed && text.equals("5")) {
            end();
            session.upgraded(candidate, polling.retire());
        } else {
            abandon();
        }
    }

    /** Gives the candidate up; polling goes on. */
    void abandon() {
        end();
        candidate.close(WebSocketConnection.NORMAL_CLOSURE);
    }

    private void end() {
        timer.cancel();
        polling.hurry(false);
        onEnd.run();
    }
}
