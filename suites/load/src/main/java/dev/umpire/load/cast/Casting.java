package dev.umpire.load.cast;

import dev.umpire.cli.load.LoadPlan;
import dev.umpire.cli.load.Wires;
import dev.umpire.gatling.wire.Transport;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the casts of the scenarios together, from a plan. */
final class Casting {
    private static final Transport[] TRANSPORTS = Transport.values();

    private final LoadPlan plan;
    private final Wires wires;
    private final List<Member> members = new ArrayList<>();
    private final List<Stream> streams = new ArrayList<>();

    Casting(LoadPlan plan, Wires wires) {
        this.plan = plan;
        this.wires = wires;
    }

    /** One client that broadcasts, and the receivers. */
    Casting oneEmitter() {
        add(Conduct.STEADY, List.of());
        emit(0, Stream.BROADCAST, null);
        return add(plan.receivers(), Conduct.STEADY);
    }

    /** Everybody receives, and some emit to everybody. */
    Casting manyEmitters() {
        add(plan.receivers(), Conduct.STEADY);
        for (int emitter = 0; emitter < Math.min(plan.emitters(), plan.receivers()); emitter++) {
            emit(emitter, Stream.IO, null);
        }
        return this;
    }

    /** Rooms of equal size; a member of each broadcasts to it, and a client outside lets the server emit to it. */
    Casting rooms(String token) {
        int rooms = plan.rooms();
        for (int i = 0; i < plan.receivers(); i++) {
            add(Conduct.STEADY, List.of(room(token, i % rooms)));
        }
        int outsider = add(Conduct.STEADY, List.of());
        for (int room = 0; room < rooms; room++) {
            emit(room, Stream.BROADCAST, room(token, room));
            emit(outsider, Stream.IO, room(token, room));
        }
        return this;
    }

    /** More clients of some conduct. */
    Casting add(int clients, Conduct conduct) {
        for (int i = 0; i < clients; i++) {
            add(conduct, List.of());
        }
        return this;
    }

    Cast cast(boolean binary, int burst) {
        return new Cast(members, streams, binary, burst);
    }

    private int add(Conduct conduct, List<String> rooms) {
        int index = members.size();
        members.add(new Member(index, transport(index), conduct, rooms));
        return index;
    }

    private void emit(int emitter, String via, @Nullable String room) {
        streams.add(new Stream(streams.size(), emitter, via, room));
    }

    private Transport transport(int index) {
        return switch (wires) {
            case WEBSOCKET -> Transport.WEBSOCKET;
            case POLLING -> Transport.POLLING;
            case UPGRADE -> Transport.UPGRADE;
            case MIXED -> TRANSPORTS[index % TRANSPORTS.length];
        };
    }

    private static String room(String token, int number) {
        return "~" + token + ":room" + number;
    }
}
