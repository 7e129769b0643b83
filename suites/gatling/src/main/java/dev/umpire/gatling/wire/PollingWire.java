package dev.umpire.gatling.wire;

import dev.umpire.fixtures.wire.Handshake;
import io.gatling.core.session.Session;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A session over HTTP long-polling (Engine.IO v4, "HTTP long-polling"): at most one GET and one POST at a time. */
final class PollingWire implements Wire {
    private static final byte SEPARATOR = 0x1e;
    private static final String CLOSE = "1";

    private final Requests requests;
    private final Session session;
    private final Address address;
    private final WireListener listener;
    private final Deque<Object> outgoing = new ArrayDeque<>();
    private @Nullable String sid;
    private boolean posting;
    private boolean polling;
    private boolean takes = true;
    private boolean over;
    private @Nullable Runnable afterPoll;

    private PollingWire(Requests requests, Session session, Address address, WireListener listener) {
        this.requests = requests;
        this.session = session;
        this.address = address;
        this.listener = listener;
    }

    /** Begins a session. */
    static PollingWire connect(Requests requests, Session session, Address address, WireListener listener) {
        PollingWire wire = new PollingWire(requests, session, address, listener);
        wire.poll();
        return wire;
    }

    /** Asks for no more after the poll that is under way, and then does something; nothing more is sent either. */
    void pause(Runnable then) {
        afterPoll = then;
        if (!polling && !posting) {
            paused();
        }
    }

    /** Sends over another wire what could not be sent any more. */
    void leaveUnsentTo(Wire wire) {
        for (Object packet : outgoing) {
            if (packet instanceof byte[] attachment) {
                wire.send(attachment);
            } else {
                wire.send((String) packet);
            }
        }
        outgoing.clear();
    }

    @Override
    public void send(String packet) {
        outgoing.add(packet);
        post();
    }

    @Override
    public void send(byte[] attachment) {
        outgoing.add(attachment);
        post();
    }

    @Override
    public void close() {
        if (!over) {
            send(CLOSE);
            over = true;
        }
    }

    @Override
    public void reading(boolean wanted) {
        takes = wanted;
        if (wanted && !polling) {
            poll();
        }
    }

    private void poll() {
        if (over) {
            return;
        }
        polling = true;
        requests.get(session, sid == null ? address.polling() : address.polling(sid), new Exchange() {
            @Override
            void answered(byte[] payload) {
                polling = false;
                packets(payload);
                next();
            }

            @Override
            void failed(String reason) {
                end(reason);
            }
        });
    }

    private void next() {
        if (afterPoll != null) {
            if (!posting) {
                paused();
            }
        } else if (takes) {
            poll();
        }
    }

    private void paused() {
        over = true;
        if (afterPoll != null) {
            afterPoll.run();
        }
    }

    private void packets(byte[] payload) {
        int from = 0;
        for (int at = 0; at <= payload.length && !over; at++) {
            if (at == payload.length || payload[at] == SEPARATOR) {
                packet(payload, from, at);
                from = at + 1;
            }
        }
        listener.drained();
    }

    private void packet(byte[] payload, int from, int to) {
        if (sid == null) {
            first(payload, from, to);
        } else if (from < to && payload[from] == 'b') {
            byte[] bytes = Base64.getDecoder().decode(Arrays.copyOfRange(payload, from + 1, to));
            listener.binary(bytes, 0, bytes.length);
        } else {
            listener.text(payload, from, to);
        }
    }

    private void first(byte[] payload, int from, int to) {
        Handshake handshake = OpenPacket.read(payload, from, to);
        if (handshake == null) {
            end("the server's open packet is malformed: "
                    + new String(payload, from, to - from, StandardCharsets.UTF_8));
            return;
        }
        sid = handshake.sid();
        listener.opened(handshake);
        listener.settled();
    }

    private void post() {
        if (posting || over || sid == null || outgoing.isEmpty() || afterPoll != null) {
            return;
        }
        String payload = outgoing.stream().map(PollingWire::encoded).collect(Collectors.joining("\u001e"));
        outgoing.clear();
        posting = true;
        requests.post(session, address.polling(sid), payload, new Exchange() {
            @Override
            void answered(byte[] answer) {
                posting = false;
                post();
                if (afterPoll != null && !polling) {
                    paused();
                }
            }

            @Override
            void failed(String reason) {
                end(reason);
            }
        });
    }

    private static String encoded(Object packet) {
        return packet instanceof byte[] attachment
                ? "b" + Base64.getEncoder().encodeToString(attachment)
                : (String) packet;
    }

    private void end(String reason) {
        if (!over) {
            over = true;
            listener.ended(reason);
        }
    }
}
