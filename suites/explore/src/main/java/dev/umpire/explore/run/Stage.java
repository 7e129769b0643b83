package dev.umpire.explore.run;

import dev.umpire.explore.program.Payload;
import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.discovery.Profile;
import dev.umpire.fixtures.fault.Weather;
import dev.umpire.fixtures.history.HistoryLine;
import dev.umpire.fixtures.history.HistoryLog;
import dev.umpire.fixtures.transcript.Transcript;
import dev.umpire.fixtures.wire.Endpoint;
import dev.umpire.fixtures.wire.Timing;
import dev.umpire.fixtures.wire.Wires;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** What all clients of one play share; any thread may use it. */
final class Stage {
    private static final int TOKEN_RADIX = 36;
    private static final long TOKENS = 78_364_164_096L; // 36 to the 7th
    private static final String DYNAMIC = "/dynamic-";

    private final Profile profile;
    private final Weather weather;
    private final HistoryLog log;
    private final String token;
    private final int dynamic;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, Sent> sent = new ConcurrentHashMap<>();

    /** What was emitted under an id, to compare what arrives with it. */
    record Sent(Payload payload, boolean numbered) {}

    Stage(Profile profile, Weather weather, HistoryLog log, Random random) {
        this.profile = profile;
        this.weather = weather;
        this.log = log;
        // of one length, so that no token begins another one
        this.token = Long.toString(TOKENS + random.nextLong(TOKENS), TOKEN_RADIX);
        this.dynamic = random.nextInt(1_000_000_000);
    }

    Timing timing() {
        return profile.timing();
    }

    /** Whether the app can carry bytes. */
    boolean binary() {
        return profile.capabilities().contains("binary");
    }

    Weather weather() {
        return weather;
    }

    Endpoint endpoint() {
        return profile.endpoint();
    }

    /** Wires for a connection; the transcript of each is thrown away, since the history says what counts. */
    Wires wires(Endpoint endpoint) {
        return new Wires(endpoint, profile.timing(), new Transcript(), token);
    }

    void write(LongFunction<HistoryLine> line) {
        log.add(line);
    }

    int nextId(Payload payload, boolean numbered) {
        int id = ids.incrementAndGet();
        sent.put(id, new Sent(payload, numbered));
        return id;
    }

    @Nullable Sent sent(int id) {
        return sent.get(id);
    }

    /** The namespace that is meant by one of a program: dynamic ones are fresh for each play. */
    String namespace(String scripted) {
        return scripted.startsWith(DYNAMIC) ? DYNAMIC + dynamic + scripted.substring(DYNAMIC.length()) : scripted;
    }

    /** The name of the events that a socket has emitted. */
    String eventName(String socket, Payload payload) {
        return payload == Payload.PLAIN_NAME ? "message" : PacketWire.MARK + token + '.' + socket;
    }

    /** The name of an event without arguments. */
    String bareName(int id) {
        return PacketWire.MARK + tag(id);
    }

    /** The id in the name of an event without arguments, or -1 if it is none. */
    int bareId(String name) {
        return name.startsWith(PacketWire.MARK) ? id(name.substring(PacketWire.MARK.length())) : -1;
    }

    /** The argument that tells the events of a command from all others. */
    String tag(int id) {
        return token + '.' + id;
    }

    /** The id in a tag, or -1 if it is none of this play. */
    int id(String tag) {
        String prefix = token + '.';
        return tag.startsWith(prefix) && tag.substring(prefix.length()).matches("\\d{1,9}")
                ? Integer.parseInt(tag.substring(prefix.length()))
                : -1;
    }
}
