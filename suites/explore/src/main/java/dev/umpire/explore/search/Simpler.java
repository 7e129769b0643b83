package dev.umpire.explore.search;

import dev.umpire.explore.program.Payload;
import dev.umpire.explore.program.Step;
import dev.umpire.fixtures.history.Scope;
import dev.umpire.fixtures.wire.Via;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Steps that are a little simpler than another one, the simplest first. */
final class Simpler {
    private Simpler() {}

    static Stream<Step> than(Step step) {
        if (step instanceof Step.Open open && open.via() != Via.WEBSOCKET) {
            return Stream.of(new Step.Open(open.client(), Via.WEBSOCKET));
        } else if (step instanceof Step.Join join) {
            return fewer(join.rooms()).map(rooms -> new Step.Join(join.client(), join.namespace(), rooms));
        } else if (step instanceof Step.Leave leave) {
            return fewer(leave.rooms()).map(rooms -> new Step.Leave(leave.client(), leave.namespace(), rooms));
        } else if (step instanceof Step.Emit emit) {
            return Stream.of(times(emit), payloads(emit), scopes(emit)).flatMap(simpler -> simpler);
        } else if (step instanceof Step.Ask ask) {
            return scopes(ask.scope()).map(scope -> new Step.Ask(ask.client(), ask.namespace(), scope, ask.payload()));
        } else if (step instanceof Step.Echo echo && echo.times() > 1) {
            return numbers(echo.times(), 1)
                    .map(times -> new Step.Echo(echo.client(), echo.namespace(), echo.payload(), times, echo.acked()));
        } else if (step instanceof Step.Upgrade upgrade && upgrade.meanwhile() > 0) {
            return numbers(upgrade.meanwhile(), 0)
                    .map(count -> new Step.Upgrade(upgrade.client(), upgrade.namespace(), count));
        }
        return Stream.of();
    }

    private static Stream<Step> times(Step.Emit emit) {
        return numbers(emit.times(), 1).map(times -> with(emit, emit.scope(), emit.payload(), times));
    }

    private static Stream<Step> payloads(Step.Emit emit) {
        return emit.payload() == Payload.NONE
                ? Stream.of()
                : Stream.of(with(emit, emit.scope(), Payload.NONE, emit.times()));
    }

    private static Stream<Step> scopes(Step.Emit emit) {
        return scopes(emit.scope()).map(scope -> with(emit, scope, emit.payload(), emit.times()));
    }

    private static Step with(Step.Emit emit, Scope scope, Payload payload, int times) {
        return new Step.Emit(emit.client(), emit.namespace(), scope, emit.isVolatile(), payload, times);
    }

    private static Stream<Scope> scopes(Scope scope) {
        List<Scope> simpler = new ArrayList<>();
        if (!scope.except().isEmpty()) {
            simpler.add(new Scope(scope.via(), scope.to(), List.of()));
            fewer(scope.except()).forEach(except -> simpler.add(new Scope(scope.via(), scope.to(), except)));
        }
        @Nullable List<String> to = scope.to();
        if (to != null) {
            simpler.add(new Scope(scope.via(), null, scope.except()));
            fewer(to).forEach(rooms -> simpler.add(new Scope(scope.via(), rooms, scope.except())));
        }
        return simpler.stream();
    }

    /** Lists of one less, but not none: an empty list means something else. */
    private static Stream<List<String>> fewer(List<String> rooms) {
        return rooms.size() < 2
                ? Stream.of()
                : rooms.stream()
                        .map(left -> rooms.stream()
                                .filter(room -> !room.equals(left))
                                .toList())
                        .filter(rest -> !rest.isEmpty());
    }

    private static Stream<Integer> numbers(int from, int least) {
        return Stream.of(least, from / 2, from - 1)
                .filter(number -> number >= least && number < from)
                .distinct();
    }
}
