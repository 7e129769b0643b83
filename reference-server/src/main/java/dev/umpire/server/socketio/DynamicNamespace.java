package dev.umpire.server.socketio;

import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * All namespaces whose names match; each comes into being when its first client connects (Socket.IO documentation,
 * "Namespaces").
 */
public final class DynamicNamespace implements BroadcastTarget {
    private final Predicate<String> names;
    private final Supplier<Collection<Namespace>> members;
    private final ConnectionRules rules = new ConnectionRules();

    DynamicNamespace(Predicate<String> names, Supplier<Collection<Namespace>> all) {
        this.names = names;
        this.members = () -> all.get().stream()
                .filter(namespace -> names.test(namespace.name()))
                .toList();
    }

    /** Called for each socket that connected to one of the namespaces, on its connection's event loop. */
    public DynamicNamespace onConnection(Consumer<Socket> handler) {
        rules.onConnection.add(handler);
        return this;
    }

    /** Adds middleware for every connection to one of the namespaces. */
    public DynamicNamespace use(Middleware middleware) {
        rules.middleware.add(middleware);
        return this;
    }

    @Override
    public BroadcastOperator broadcastTo(Selection selection) {
        return new BroadcastOperator(members, selection);
    }

    boolean matches(String name) {
        return names.test(name);
    }

    ConnectionRules rules() {
        return rules;
    }
}
