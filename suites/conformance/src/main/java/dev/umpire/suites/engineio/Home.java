package dev.umpire.suites.engineio;

import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.packet.EnginePacket;
import dev.umpire.fixtures.packet.MalformedPacketException;
import dev.umpire.fixtures.packet.SocketDecoder;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.suites.rule.Clients;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The namespace in which a session led by hand talks: one of its own where the target makes such, so that no broadcast
 * of another rule crosses it. Turns what arrives there into Socket.IO packets.
 */
final class Home {
    /**
     * CONNECT to a namespace that hardly exists: every Socket.IO server answers it, so it shows that a session works.
     */
    private static final String FENCE = "/umpire-fence";

    private final boolean greeted;
    private final String namespace;
    private final SocketDecoder decoder = new SocketDecoder();

    Home(Clients clients) {
        this.greeted = clients.profile().tier().includes(Tier.ECHO);
        this.namespace = greeted ? clients.ownNamespace() : SocketPacket.MAIN;
    }

    private String prefix() {
        return namespace.equals(SocketPacket.MAIN) ? "" : namespace + ',';
    }

    /** Its name. */
    String namespace() {
        return namespace;
    }

    /** CONNECT to it. */
    String connect() {
        return "40" + prefix();
    }

    /** An event in it, from its JSON. */
    String event(String json) {
        return "42" + prefix() + json;
    }

    /** An event in it with attachments, from its JSON. */
    String event(int attachments, String json) {
        return "45" + attachments + '-' + prefix() + json;
    }

    /** An event that asks the echo app for the same in return. */
    String message(int number) {
        return event("[\"message\"," + number + ']');
    }

    /**
     * Joins: reads the answer to CONNECT, which may be a refusal, and the greeting of the echo app. That a greeting
     * comes too early, even one of a namespace that was not asked for, is the business of the rules about connecting.
     */
    void join(Supplier<SocketPacket> packets) {
        SocketPacket first = packets.get();
        boolean early = first.event() && first.eventName().equals("auth");
        SocketPacket answer = early ? packets.get() : first;
        boolean overtaken = early && first.namespace().equals(answer.namespace());
        boolean connected = answer.type() == SocketPacket.Type.CONNECT;
        expect(connected || answer.type() == SocketPacket.Type.CONNECT_ERROR, "an answer to CONNECT", answer);
        if (connected && greeted && !overtaken) {
            SocketPacket greeting = packets.get();
            expect(greeting.eventName().equals("auth"), "the greeting of the echo app", greeting);
        }
    }

    /** Insists that what was sent as {@link #fence} is answered, and that nothing comes before. */
    static void expectFence(SocketPacket answer) {
        expect(answersFence(answer), "an answer to CONNECT", answer);
    }

    /** Whether a packet answers {@link #fence}. */
    static boolean answersFence(SocketPacket packet) {
        return packet.namespace().equals(FENCE);
    }

    /** A packet that every session may send at any time, and that is answered. */
    static String fence() {
        return "40" + FENCE + ',';
    }

    /** The Socket.IO packet that an Engine.IO packet completes, unless another rule broadcasts it. */
    Optional<SocketPacket> complete(EnginePacket packet) {
        try {
            return decoder.add(packet).filter(p -> !p.eventName().startsWith(PacketWire.MARK));
        } catch (MalformedPacketException e) {
            throw new Violation("a well-formed Socket.IO packet", e.getMessage() + "");
        }
    }
}
