package dev.umpire.suites.delivery;

import dev.umpire.fixtures.saboteur.Saboteur;
import dev.umpire.fixtures.saboteur.delivery.ExceptIgnored;
import dev.umpire.fixtures.saboteur.delivery.IoEmitSkipsAsker;
import dev.umpire.fixtures.saboteur.delivery.SenderIncluded;
import dev.umpire.fixtures.saboteur.delivery.SocketEmitReachesEveryone;
import dev.umpire.fixtures.saboteur.delivery.ToIgnored;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.delivery.ScopeGrid.Named;
import dev.umpire.suites.rule.Grid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One combination of the {@link ScopeGrid}.
 *
 * @param object {@code io}, {@code socket} or {@code broadcast}
 * @param to whom it names
 * @param except whom it leaves out
 */
record ScopeCase(Stage stage, String object, Named to, Named except) implements Grid.Case {
    private static final Map<String, Class<? extends Saboteur>> OF_ALL = Map.of(
            "io", IoEmitSkipsAsker.class,
            "socket", SocketEmitReachesEveryone.class,
            "broadcast", SenderIncluded.class);

    /**
     * Where it plays.
     *
     * @param via the transport of all clients
     * @param main in the main namespace rather than another one
     * @param inside whether the asking client is in the room
     */
    record Stage(Via via, boolean main, boolean inside) {}

    @Override
    public String id() {
        return String.join(
                        "-",
                        "SCOPE-GRID",
                        object,
                        to.name(),
                        "EXCEPT",
                        except.name(),
                        stage.via().name(),
                        stage.inside() ? "INSIDE" : "OUTSIDE",
                        stage.main() ? "MAIN" : "OTHER")
                .toUpperCase(Locale.ROOT);
    }

    @Override
    public String says() {
        return "delivers "
                + scope("red", "blue", "dora", "green", "yellow", "anna")
                + " of a client "
                + (stage.inside() ? "in" : "outside")
                + " room red to whom it concerns, over "
                + (stage.via() == Via.UPGRADE
                        ? "upgraded sessions"
                        : stage.via().name().toLowerCase(Locale.ROOT))
                + (stage.main() ? " in the main namespace" : " in another namespace");
    }

    /** The emit, where each argument is the name of a room or the id of a client. */
    Scope scope(String to, String alsoTo, String toClient, String except, String alsoExcept, String exceptClient) {
        List<String> excluded = this.except.of(except, alsoExcept, exceptClient);
        return new Scope(object, this.to.of(to, alsoTo, toClient), excluded == null ? List.of() : excluded, false);
    }

    @Override
    public Set<String> capabilities() {
        Set<String> needed = new HashSet<>();
        if (to != Named.NOTHING) {
            needed.add("rooms");
        }
        if (except != Named.NOTHING) {
            needed.add("except");
        }
        return needed;
    }

    @Override
    public Set<Via> transports() {
        return Set.of(stage.via());
    }

    @Override
    public List<Class<? extends Saboteur>> sabotagedBy() {
        List<Class<? extends Saboteur>> saboteurs = new ArrayList<>();
        if (to != Named.NOTHING) {
            saboteurs.add(ToIgnored.class);
        } else if (except == Named.NOTHING) {
            saboteurs.add(OF_ALL.get(object));
        }
        // the one client that is named is not the one that is left out
        if (except != Named.NOTHING && !(to == Named.CLIENT && except == Named.CLIENT)) {
            saboteurs.add(ExceptIgnored.class);
        }
        return saboteurs;
    }
}
