package dev.umpire.server.socketio;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What a namespace does with those who connect: middleware and connection handlers, in order of registration. */
final class ConnectionRules {
    final List<Middleware> middleware = new CopyOnWriteArrayList<>();
    final List<Consumer<Socket>> onConnection = new CopyOnWriteArrayList<>();
}
