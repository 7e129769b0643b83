package dev.umpire.load.run;

import dev.umpire.gatling.wire.Transport;
import dev.umpire.load.cast.Conduct;
import dev.umpire.load.cast.Member;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients that behave alike over the same transport: a Gatling scenario. Each virtual user takes the next member; one
 * that comes again, as only churning ones do, begins anew.
 */
final class Group {
    private final Conduct conduct;
    private final Transport transport;
    private final List<Member> members = new ArrayList<>();
    private final AtomicInteger taken = new AtomicInteger();

    private Group(Conduct conduct, Transport transport) {
        this.conduct = conduct;
        this.transport = transport;
    }

    /** The groups of these members. */
    static List<Group> of(List<Member> played) {
        Map<Conduct, Map<Transport, Group>> groups = new EnumMap<>(Conduct.class);
        for (Member member : played) {
            groups.computeIfAbsent(member.conduct(), conduct -> new EnumMap<>(Transport.class))
                    .computeIfAbsent(member.transport(), transport -> new Group(member.conduct(), transport))
                    .members
                    .add(member);
        }
        return groups.values().stream()
                .flatMap(group -> group.values().stream())
                .toList();
    }

    Conduct conduct() {
        return conduct;
    }

    Transport transport() {
        return transport;
    }

    int size() {
        return members.size();
    }

    Member next() {
        return members.get(taken.getAndIncrement() % members.size());
    }

    /** What Gatling calls the scenario. */
    String name() {
        String who = switch (conduct) {
            case STEADY -> "clients";
            case SLOW -> "slow clients";
            case CHURNING -> "clients that come and go";
        };
        return switch (transport) {
            case WEBSOCKET -> who + ", WebSocket";
            case POLLING -> who + ", polling";
            case UPGRADE -> who + ", upgraded";
        };
    }
}
