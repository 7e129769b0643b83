package dev.umpire.suites.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Clients;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part in a rule: alice (WebSocket), bob (polling), carol (upgraded) and dave (WebSocket) in one namespace,
 * and whoever else is called in. A target that lacks a transport is judged on those it has. For one thread at a time.
 */
public final class Cast {
    /**
     * So many casts play at a time: with hundreds of clients at once this machine or a small target would miss
     * heartbeats, and rules would differ with the load.
     */
    private static final Semaphore STAGES = new Semaphore(8);

    private final Clients clients;
    private final String namespace;
    private final List<ClientSocket> watched = new ArrayList<>();
    private final ClientSocket alice;
    private final ClientSocket bob;
    private final ClientSocket carol;
    private final ClientSocket dave;
    private int emits;

    private Cast(Clients clients, String namespace) {
        STAGES.acquireUninterruptibly();
        clients.closing(STAGES::release);
        this.clients = clients;
        this.namespace = namespace;
        this.alice = joinedBy("alice", Via.WEBSOCKET, namespace);
        this.bob = joinedBy("bob", Via.POLLING, namespace);
        this.carol = joinedBy("carol", Via.UPGRADE, namespace);
        this.dave = joinedBy("dave", Via.WEBSOCKET, namespace);
    }

    /** In a namespace that no other rule uses, where the target makes such. */
    public static Cast of(Clients clients) {
        return new Cast(clients, clients.ownNamespace());
    }

    /** In a given namespace. */
    public static Cast in(Clients clients, String namespace) {
        return new Cast(clients, namespace);
    }

    /** Over WebSocket. */
    public ClientSocket alice() {
        return alice;
    }

    /** Over polling. */
    public ClientSocket bob() {
        return bob;
    }

    /** Upgraded from polling to WebSocket. */
    public ClientSocket carol() {
        return carol;
    }

    /** Over WebSocket, like alice. */
    public ClientSocket dave() {
        return dave;
    }

    /** The namespace that alice, bob, carol and dave are in. */
    public String namespace() {
        return namespace;
    }

    /** One more client, watched like the others; over another transport if the target lacks this one. */
    public ClientSocket joinedBy(String name, Via wanted, String namespace) {
        Via fallback = clients.profile().offers(Via.WEBSOCKET) ? Via.WEBSOCKET : Via.POLLING;
        Via via = clients.profile().offers(wanted) ? wanted : fallback;
        return joinedBy(clients.socket(name, via, namespace));
    }

    /** One more socket, watched like the others. */
    public ClientSocket joinedBy(ClientSocket socket) {
        watched.add(socket);
        return socket;
    }

    /** Watches a socket no more, since it is closed. */
    public void without(ClientSocket socket) {
        watched.remove(socket);
    }

    /** Everybody who is watched. */
    public List<ClientSocket> everybody() {
        return List.copyOf(watched);
    }

    /** A room name that no other rule uses. */
    public String room(String name) {
        return clients.room(name);
    }

    /** Has a client join rooms. */
    public void join(ClientSocket socket, String... rooms) {
        carriedOut(socket, Json.object().put("op", "join").set("rooms", Json.of(rooms)));
    }

    /** Has a client leave rooms. */
    public void leave(ClientSocket socket, String... rooms) {
        carriedOut(socket, Json.object().put("op", "leave").set("rooms", Json.of(rooms)));
    }

    /** Has the app emit an event of a fresh name for a client. */
    public Emitted emit(ClientSocket asker, Scope scope, @Nullable Object... arguments) {
        Emitted emit = new Emitted(freshEvent(), asker, scope);
        carriedOut(asker, scope.command(emit.event(), arguments));
        return emit;
    }

    /** Has the app emit once an asker and scope, without waiting in between; the askers take turns. */
    public List<Emitted> emitAtOnce(List<ClientSocket> askers, List<Scope> scopes) {
        List<Emitted> emits = new ArrayList<>();
        List<Long> asked = new ArrayList<>();
        for (Scope scope : scopes) {
            for (ClientSocket asker : askers) {
                Emitted emit = new Emitted(freshEvent(), asker, scope);
                emits.add(emit);
                asked.add(asker.ask("umpire", scope.command(emit.event())));
            }
        }
        for (int i = 0; i < emits.size(); i++) {
            ClientSocket asker = emits.get(i).asker();
            long id = asked.get(i);
            JsonNode answer = Clients.prerequisite("SIO-ACK-ANSWERED", () -> asker.awaitAck(id))
                    .path(0);
            Clients.carriedOut(emits.get(i).scope().command(emits.get(i).event()), answer);
        }
        return emits;
    }

    /** An event name that nobody else uses. */
    public String freshEvent() {
        emits++;
        return clients.event("news-" + emits);
    }

    /** Notes that an emit must reach these clients; more can be noted before it is judged. */
    public Audience reaches(Emitted emit, ClientSocket... receivers) {
        return new Audience(clients, watched).reaches(emit, receivers);
    }

    /** Insists that an emit reached these clients, once each, and nobody else. */
    public void expectOnly(Emitted emit, ClientSocket... receivers) {
        reaches(emit, receivers).andNobodyElse();
    }

    /** Has the app carry out a command, which it must not answer with an error. */
    public void carriedOut(ClientSocket asker, JsonNode command) {
        clients.carriedOut(asker, command);
    }
}
