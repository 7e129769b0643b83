package dev.umpire.gatling.wire;

import dev.umpire.fixtures.wire.Handshake;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A session over HTTP long-polling (Engine.IO v4, "HTTP long-polling"): at most one GET and one POST at a time. */
final class PollingWire implements Wire {
    private static final byte SEPARATOR = 0x1e;
    private static final String CLOSE = "1";

    private final Requests requests;
    private final Visitor visitor;
    private final Address address;
    private final WireListener listener;
    private final Outbox outbox = new Outbox();
    private @Nullable String sid;
    private boolean posting;
    private boolean polling;
    private boolean takes = true;
    /** Nothing is reported any more. */
    private boolean over;
    /** Nothing is sent any more either. */
    private boolean gone;

    private @Nullable Runnable afterPoll;

    private PollingWire(Requests requests, Visitor visitor, Address address, WireListener listener) {
        this.requests = requests;
        this.visitor = visitor;
        this.address = address;
        this.listener = listener;
    }

    /** Begins a session. */
    static PollingWire connect(Requests requests, Visitor visitor, Address address, WireListener listener) {
        PollingWire wire = new PollingWire(requests, visitor, address, listener);
        wire.poll();
        return wire;
    }

    /** Asks for no more after the poll that is under way, and then does something; nothing more is sent either. */
    void pause(Runnable then) {
        afterPoll = then;
        pausedIfQuiet();
    }

    /** Sends over another wire what could not be sent any more. */
    void leaveUnsentTo(Wire wire) {
        outbox.emptyInto(wire);
    }

    @Override
    public void send(String packet) {
        outbox.add(packet);
        post();
    }

    @Override
    public void send(byte[] attachment) {
        outbox.add(attachment);
        post();
    }

    @Override
    public void close() {
        if (!over) {
            over = true;
            send(CLOSE);
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
        requests.get(visitor, new Exchange(visitor, sid == null ? address.polling() : address.polling(sid)) {
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
            pausedIfQuiet();
        } else if (takes) {
            poll();
        }
    }

    private void pausedIfQuiet() {
        if (afterPoll != null && !polling && !posting && !gone) {
            over = true;
            gone = true;
            afterPoll.run();
        }
    }

    private void packets(byte[] payload) {
        int from = 0;
        for (int at = 0; at <= payload.length && (!over || sid == null); at++) {
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
            binary(payload, from, to);
        } else {
            listener.text(payload, from, to);
        }
    }

    private void binary(byte[] payload, int from, int to) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(Arrays.copyOfRange(payload, from + 1, to));
        } catch (IllegalArgumentException e) {
            end("the server sent a binary packet that is no base64");
            return;
        }
        listener.binary(bytes, 0, bytes.length);
    }

    private void first(byte[] payload, int from, int to) {
        Handshake handshake = OpenPacket.read(payload, from, to);
        if (handshake == null) {
            sid = "";
            end("the server's open packet is malformed: "
                    + new String(payload, from, to - from, StandardCharsets.UTF_8));
            return;
        }
        sid = handshake.sid();
        outbox.limit(handshake.maxPayload());
        if (over) {
            // closed before it was open: the server need not keep the session
            post();
            return;
        }
        listener.opened(handshake);
        listener.settled();
    }

    private void post() {
        if (posting || gone || sid == null || outbox.isEmpty() || afterPoll != null) {
            return;
        }
        posting = true;
        requests.post(visitor, outbox.takePayload(), new Exchange(visitor, address.polling(sid)) {
            @Override
            void answered(byte[] answer) {
                posting = false;
                post();
                pausedIfQuiet();
            }

            @Override
            void failed(String reason) {
                end(reason);
            }
        });
    }

    private void end(String reason) {
        gone = true;
        if (!over) {
            over = true;
            listener.ended(reason);
        }
    }
}
