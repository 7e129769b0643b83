package dev.umpire.suites.engineio;

import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.judgement.NotApplicable;
import dev.umpire.fixtures.judgement.Undecided;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.packet.EnginePacket;
import dev.umpire.fixtures.packet.MalformedPacketException;
import dev.umpire.fixtures.packet.Payload;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.wire.Handshake;
import dev.umpire.fixtures.wire.HttpExchange;
import dev.umpire.fixtures.wire.HttpReply;
import dev.umpire.suites.rule.Clients;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A polling session led by hand: each request goes out when the rule says so, on a connection of its own. */
final class PollingSession {
    /** Why a session says nothing about polls that are given up. */
    static final String PING_CROSSED = "a ping was due whenever a poll was given up";

    private static final int PARKING_ATTEMPTS = 3;

    private static final String ENDED = "HTTP 400, since the session has ended";

    /** When the handshake was sent: earlier than the target can have begun to count. */
    private final long began;

    private final Clients clients;
    private final Home home;
    private final Pace pace;
    private final Handshake handshake;
    private final Deque<EnginePacket> unread = new ArrayDeque<>();
    private int pings;

    private PollingSession(Clients clients, long began, HttpReply reply) {
        this.began = began;
        this.clients = clients;
        this.home = new Home(clients);
        this.pace = new Pace(clients.timing());
        expect(reply.status() == 200, "HTTP 200 with an open packet", reply);
        List<EnginePacket> packets = decode(reply);
        this.handshake = Handshake.of(packets.get(0));
        unread.addAll(packets.subList(1, packets.size()));
    }

    /** Opens a session. */
    static PollingSession open(Clients clients) {
        return Clients.prerequisite("EIO-OPEN-POLLING", () -> {
            long began = System.nanoTime();
            return new PollingSession(clients, began, clients.get("EIO=4&transport=polling"));
        });
    }

    /** Opens a session that is in a namespace, so that it lasts; where strangers are refused, it lasts a while. */
    static PollingSession joined(Clients clients) {
        return Pace.briskly(clients.timing(), () -> open(clients).join());
    }

    private PollingSession join() {
        deliver(home.connect());
        return Clients.prerequisite("SIO-CONNECT-MAIN", () -> {
            home.join(this::nextPacket);
            return this;
        });
    }

    /** The namespace it talks in. */
    Home home() {
        return home;
    }

    /** The session id. */
    String sid() {
        return handshake.sid();
    }

    /** The query of its requests. */
    String query() {
        return "EIO=4&transport=polling&sid=" + URLEncoder.encode(sid(), StandardCharsets.UTF_8);
    }

    /** Sends a GET and does not wait for its answer. */
    HttpExchange poll() {
        return clients.pendingGet(query());
    }

    /** Sends a GET for which nothing is waiting, and sees to it that the target has it. */
    HttpExchange parkedPoll() {
        long began = System.nanoTime();
        for (int answers = 0; answers < PARKING_ATTEMPTS; ) {
            HttpExchange poll = poll();
            if (!poll.answersWithin(clients.timing().quiet())) {
                return poll;
            }
            HttpReply reply = poll.reply();
            read(reply);
            if (!broughtBroadcast(reply)) {
                answers++; // a ping was due just then
            } else if (System.nanoTime() - began > clients.timing().await().toNanos()) {
                throw new Undecided("broadcasts of other rules ended every poll");
            }
        }
        throw new NotApplicable("the target does not hold polls back");
    }

    /** Whether a poll was ended by something other than what the rule did: a ping, or a broadcast of another rule. */
    static boolean crossed(HttpReply reply) {
        return reply.text().equals("2") || broughtBroadcast(reply);
    }

    /** Where all rules share a namespace, their events reach every session in it. */
    private static boolean broughtBroadcast(HttpReply reply) {
        return reply.text().contains("[\"" + PacketWire.MARK);
    }

    /**
     * Gives a poll up for which nothing is waiting.
     *
     * @return whether it was the client who ended it: it may also have been a ping, if one was due by then
     */
    boolean giveUpPoll() {
        if (untilPing().compareTo(clients.timing().quiet().multipliedBy(2)) < 0) {
            read(get());
        }
        parkedPoll().close();
        return untilPing().compareTo(Duration.ZERO) > 0;
    }

    /** How long no ping can have been sent but those that were read. */
    private Duration untilPing() {
        Duration next = clients.timing().pingInterval().multipliedBy(pings + 1L);
        return next.multipliedBy(9).dividedBy(10).minusNanos(System.nanoTime() - began);
    }

    /** The answer to a GET. */
    HttpReply get() {
        return poll().reply();
    }

    /** The answer to a POST of packets in one payload. */
    HttpReply post(String... packets) {
        return clients.post(query(), Payload.join(List.of(packets)));
    }

    /** Sends packets in one payload, which the target must accept. */
    void deliver(String... packets) {
        Clients.prerequisite("EIO-POST-OK", () -> {
            HttpReply reply = post(packets);
            expectOpen(reply);
            return reply;
        });
    }

    /** The next packet that is no ping and no noop, polled for as often as it takes; pings are answered. */
    EnginePacket next() {
        long await = clients.timing().await().toMillis();
        long began = System.nanoTime();
        while (unread.isEmpty()) {
            long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            expect(waited < await, "a packet within " + await + " ms", "nothing but the heartbeat");
            long asked = System.nanoTime();
            int before = pings;
            read(get());
            if (pings == before) {
                pace.notPinged(asked);
            }
        }
        return unread.poll();
    }

    /** Takes the packets out of the answer to a poll. */
    void read(HttpReply reply) {
        expectOpen(reply);
        for (EnginePacket packet : decode(reply)) {
            if (packet.encoded().equals("2")) {
                pings++;
                deliver("3");
                pace.answered();
            } else if (!packet.encoded().equals("6")) {
                unread.add(packet);
            }
        }
    }

    /** The next Socket.IO packet. */
    SocketPacket nextPacket() {
        Optional<SocketPacket> packet = buffered();
        while (packet.isEmpty()) {
            packet = home.complete(next());
        }
        return packet.get();
    }

    /** A Socket.IO packet that an earlier poll brought and nobody has read. */
    Optional<SocketPacket> buffered() {
        Optional<SocketPacket> packet = Optional.empty();
        while (packet.isEmpty() && !unread.isEmpty()) {
            packet = home.complete(unread.poll());
        }
        return packet;
    }

    /** Insists that the session takes packets and answers them. */
    void expectUsable() {
        expectOpen(post(Home.fence()));
        Home.expectFence(nextPacket());
    }

    private void expectOpen(HttpReply reply) {
        if (reply.status() != 200 && pace.overdue()) {
            throw new Undecided("this machine was too slow to keep the session alive");
        }
        expect(reply.status() == 200, "HTTP 200, since the session is still open", reply);
    }

    /** Insists that the target no longer knows the session. */
    void expectGone() {
        HttpReply reply = Wanted.that(ENDED, this::get);
        expect(reply.status() == 400, ENDED, reply);
    }

    /** Insists that the target has ended the session, and may just be telling so by a close packet. */
    void expectEnding() {
        long asked = System.nanoTime();
        HttpReply reply = Wanted.that(ENDED, this::get);
        if (reply.status() == 200 && reply.text().equals("1")) {
            expectGone();
            return;
        }
        expect(reply.status() == 400, ENDED, reply);
        boolean atOnce =
                System.nanoTime() - asked < clients.timing().pingTimeout().toNanos();
        expect(atOnce, ENDED, "it, but no sooner than for want of a heartbeat");
    }

    /** Insists that the target forgets the session within a time in which no ping is answered. */
    void expectGoneWithin(Duration time) {
        long deadline = System.nanoTime() + time.toNanos();
        Optional<HttpReply> reply;
        do {
            reply = Wanted.that(ENDED, () -> poll().reply(time));
        } while (reply.isPresent() && reply.get().status() == 200 && System.nanoTime() < deadline);
        boolean ended = reply.isPresent() && reply.get().status() == 400;
        expect(ended, ENDED, reply.map(HttpReply::toString).orElse("a closed connection"));
    }

    /** The packets of an answer. */
    static List<EnginePacket> decode(HttpReply reply) {
        try {
            return Payload.decode(reply.text());
        } catch (MalformedPacketException e) {
            throw new Violation("a payload of Engine.IO packets", e.getMessage() + "");
        }
    }
}
