package dev.umpire.load.cast;

import dev.umpire.gatling.wire.Transport;
import java.util.List;

/**
 * A client of a run.
 *
 * @param index its place in the cast, from 0
 * @param rooms the rooms that it joins
 */
public record Member(int index, Transport transport, Conduct conduct, List<String> rooms) {

    public Member {
        rooms = List.copyOf(rooms);
    }

    /** What findings call it. */
    public String name() {
        return "client " + index;
    }
}
