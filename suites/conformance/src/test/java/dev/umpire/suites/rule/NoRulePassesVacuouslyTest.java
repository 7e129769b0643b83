package dev.umpire.suites.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.discovery.Profile;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.wire.Endpoint;
import dev.umpire.fixtures.wire.Handshake;
import dev.umpire.fixtures.wire.Timing;
import dev.umpire.fixtures.wire.Via;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A rule that holds for something that is not a server at all proves nothing. The probes are called by themselves,
 * without the control that the harness adds after each rule.
 */
class NoRulePassesVacuouslyTest {
    private static final Duration BRIEF = Duration.ofMillis(150);

    @ParameterizedTest
    @EnumSource(HollowServer.Behaviour.class)
    void noRuleHoldsForAHollowServer(HollowServer.Behaviour behaviour) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(64);
        try (HollowServer server = HollowServer.start(behaviour)) {
            Profile profile = profile(server);
            List<Future<String>> outcomes = new ArrayList<>();
            for (Rule rule : Catalogue.load().rules()) {
                outcomes.add(threads.submit(() -> holds(rule, profile) ? rule.id() : ""));
            }
            List<String> held = new ArrayList<>();
            for (Future<String> outcome : outcomes) {
                held.add(outcome.get());
            }
            assertThat(held.stream().filter(id -> !id.isEmpty()).collect(Collectors.toList()))
                    .as("rules that hold for a server that %s", behaviour)
                    .isEmpty();
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean holds(Rule rule, Profile profile) throws ReflectiveOperationException {
        try (Shared shared = new Shared(profile);
                Clients clients = new Clients(profile, shared)) {
            rule.probe().call(clients);
            return true;
        } catch (InvocationTargetException e) {
            return false;
        }
    }

    /** A target that promises everything, so that every rule applies. */
    private static Profile profile(HollowServer server) {
        JsonNode open = Json.parse(
                "{'sid':'none','upgrades':['websocket'],'pingInterval':150,'pingTimeout':150,'maxPayload':100000}");
        Set<String> capabilities = Catalogue.load().rules().stream()
                .flatMap(rule -> rule.capabilities().stream())
                .collect(Collectors.toSet());
        return new Profile(
                new Endpoint(server.url()),
                new Handshake(open),
                new Timing(BRIEF, Duration.ofMillis(50), BRIEF, BRIEF),
                Tier.UMPIRE,
                "hollow",
                capabilities,
                EnumSet.allOf(Via.class));
    }
}
