package dev.umpire.load.cast;

import java.util.List;

/**
 * Everybody who takes part.
 *
 * @param binary whether events carry bytes rather than text
 * @param burst how many events are emitted in a row at one command; 1 for one at a time, at a steady rate
 */
public record Cast(List<Member> members, List<Stream> streams, boolean binary, int burst) {

    public Cast {
        members = List.copyOf(members);
        streams = List.copyOf(streams);
    }

    /** How many clients must get each event of a stream. */
    public int audience(Stream stream) {
        return audience(members, stream);
    }

    static int audience(List<Member> members, Stream stream) {
        return (int) members.stream()
                .filter(member -> member.conduct() == Conduct.STEADY && stream.reaches(member))
                .count();
    }

    /** Clients of a conduct. */
    public List<Member> members(Conduct conduct) {
        return members.stream().filter(member -> member.conduct() == conduct).toList();
    }
}
