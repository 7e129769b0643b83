package dev.umpire.server.socketio;

import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The namespaces of a server (Socket.IO documentation, "Namespaces"). Callable from any thread; one lock guards the
 * map.
 */
public final class Namespaces {
    /** A namespace, and who holds on to it. */
    private static final class Entry {
        final Namespace namespace;
        /** The clients in it or on their way in. */
        int clients;
        /** Whether the application asked for it by name. */
        boolean lasting;

        Entry(Namespace namespace) {
            this.namespace = namespace;
        }
    }

    private final SocketIoOptions options;
    private final Map<String, Entry> byName = new HashMap<>();
    /** Dynamic namespaces without clients that some may come back to; the longest empty first. */
    private final Set<String> deserted = new LinkedHashSet<>();

    private final List<DynamicNamespace> dynamic = new CopyOnWriteArrayList<>();

    public Namespaces(SocketIoOptions options) {
        this.options = options;
    }

    /** The namespace with this name, which exists from now on; a leading slash is added if missing. */
    public synchronized Namespace of(String name) {
        String full = name.startsWith("/") ? name : "/" + name;
        Entry entry = byName.computeIfAbsent(full, missing -> create(missing, parentOf(missing)));
        entry.lasting = true;
        return entry.namespace;
    }

    /** The namespaces with such names. */
    public DynamicNamespace of(Predicate<String> names) {
        DynamicNamespace namespace = new DynamicNamespace(names, this::all);
        dynamic.add(namespace);
        return namespace;
    }

    /** The namespace that a client asks for, or null if there is none; to be released when the client is out again. */
    synchronized @Nullable Namespace acquire(String name) {
        forgetDeserted();
        Entry entry = byName.get(name);
        if (entry == null) {
            DynamicNamespace parent = parentOf(name);
            if (parent == null) {
                return null;
            }
            entry = create(name, parent);
            byName.put(name, entry);
        }
        entry.clients++;
        return entry.namespace;
    }

    /** A dynamic namespace that nobody holds, nor may come back to, leaves nothing behind. */
    synchronized void release(Namespace namespace) {
        Entry entry = byName.get(namespace.name());
        if (entry != null && --entry.clients == 0 && !entry.lasting) {
            if (namespace.awaitsAnyone()) {
                deserted.add(namespace.name());
            } else {
                byName.remove(namespace.name());
            }
        }
    }

    private void forgetDeserted() {
        Iterator<String> names = deserted.iterator();
        while (names.hasNext()) {
            String name = names.next();
            Entry entry = byName.get(name);
            boolean empty = entry != null && entry.clients == 0 && !entry.lasting;
            if (empty && entry.namespace.awaitsAnyone()) {
                return;
            }
            names.remove();
            if (empty) {
                byName.remove(name);
            }
        }
    }

    /** How many namespaces there are. */
    public synchronized int count() {
        return byName.size();
    }

    /** How many sockets are connected, in all namespaces. */
    public int sockets() {
        return all().stream().mapToInt(Namespace::socketCount).sum();
    }

    /** How many rooms there are, in all namespaces, as {@link Adapter#roomCount} counts them. */
    public int rooms() {
        return all().stream()
                .mapToInt(namespace -> namespace.adapter().roomCount())
                .sum();
    }

    SocketIoOptions options() {
        return options;
    }

    private synchronized Collection<Namespace> all() {
        return byName.values().stream().map(entry -> entry.namespace).toList();
    }

    private Entry create(String name, @Nullable DynamicNamespace parent) {
        return new Entry(new Namespace(name, options, parent == null ? null : parent.rules()));
    }

    private @Nullable DynamicNamespace parentOf(String name) {
        for (DynamicNamespace candidate : dynamic) {
            if (candidate.matches(name)) {
                return candidate;
            }
        }
        return null;
    }
}
