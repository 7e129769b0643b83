package dev.umpire.suites.delivery;

import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.judgement.Blocked;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Reusable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Eight clients on one transport in one namespace, in rooms that overlap: with them every case of the {@link ScopeGrid}
 * that plays there differs from its neighbours in who must receive. Used by one rule after the other.
 */
final class Court implements Reusable {
    private final Clients clients;
    private final List<ClientSocket> everybody = new ArrayList<>();
    private final Membership membership;
    private final ClientSocket inside;
    private final ClientSocket outside;
    private final ClientSocket anna;
    private final ClientSocket dora;
    private int emits;

    private Court(Clients clients, ScopeCase.Stage stage) {
        this.clients = clients;
        String namespace = stage.main() ? SocketPacket.MAIN : clients.ownNamespace();
        for (String name : List.of("insider", "outsider", "anna", "ben", "cleo", "dora", "emil", "finn")) {
            everybody.add(clients.socket(name, stage.via(), namespace));
        }
        this.membership = new Membership(everybody);
        this.inside = everybody.get(0);
        this.outside = everybody.get(1);
        this.anna = everybody.get(2);
        this.dora = everybody.get(5);
        if (clients.profile().capabilities().contains("rooms")) {
            join(inside, "red");
            join(anna, "red");
            join(everybody.get(3), "blue");
            join(everybody.get(4), "red", "blue");
            join(dora, "red", "green");
            join(everybody.get(6), "blue", "yellow");
        }
    }

    /** Where the cases of a stage play, whichever client asks. */
    static Court of(Clients clients, ScopeCase.Stage stage) {
        return new Court(clients, stage);
    }

    /** Insists that the emit of a case reaches whom the model says, once each, and nobody else. */
    void play(ScopeCase wanted) {
        Scope scope = wanted.scope(
                clients.room("red"),
                clients.room("blue"),
                dora.sid(),
                clients.room("green"),
                clients.room("yellow"),
                anna.sid());
        ClientSocket asker = wanted.stage().inside() ? inside : outside;
        emits++;
        Emitted emit = new Emitted(clients.event("news-" + emits), asker, scope);
        clients.carriedOut(asker, scope.command(emit.event()));
        new Audience(clients, everybody)
                .reaches(emit, membership.receivers(emit).toArray(ClientSocket[]::new))
                .andNobodyElseBeforeAnEcho();
    }

    @Override
    public boolean usable() {
        try {
            Arrivals.fence(clients, everybody);
            return true;
        } catch (Blocked | Violation e) {
            return false;
        }
    }

    private void join(ClientSocket socket, String... rooms) {
        String[] names = Arrays.stream(rooms).map(clients::room).toArray(String[]::new);
        clients.carriedOut(socket, Json.object().put("op", "join").set("rooms", Json.of(names)));
        membership.joined(socket, names);
    }
}
