package dev.umpire.load.cast;

import dev.umpire.cli.load.Injector;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The members of a cast that this process plays: all of them, or those of one of several injectors. The first injector
 * plays everybody who emits; the others are dealt out in blocks of equal size, so that each injector has some of every
 * room and transport.
 */
public record Part(Cast cast, List<Member> members) {
    public Part {
        members = List.copyOf(members);
    }

    /** The part of an injector, or all of the cast if there is none. */
    public static Part of(Cast cast, @Nullable Injector injector) {
        if (injector == null) {
            return new Part(cast, cast.members());
        }
        Set<Integer> emitters = cast.streams().stream().map(Stream::emitter).collect(Collectors.toSet());
        int others = cast.members().size() - emitters.size();
        List<Member> here = new ArrayList<>();
        long other = 0;
        for (Member member : cast.members()) {
            boolean emits = emitters.contains(member.index());
            long number = emits ? 1 : 1 + other * injector.injectors() / others;
            if (number == injector.number()) {
                here.add(member);
            }
            other += emits ? 0 : 1;
        }
        return new Part(cast, here);
    }

    /** Whether the client that emits a stream is among them. */
    public boolean emits(Stream stream) {
        return members.stream().anyMatch(member -> member.index() == stream.emitter());
    }

    /** How many of them must get each event of a stream. */
    public int audience(Stream stream) {
        return Cast.audience(members, stream);
    }

    /** Those of a conduct. */
    public List<Member> members(Conduct conduct) {
        return members.stream().filter(member -> member.conduct() == conduct).toList();
    }
}
