package dev.umpire.gatling.example;

import dev.umpire.server.ServerOptions;
import dev.umpire.server.SocketIoServer;
import dev.umpire.server.socketio.Namespace;
import dev.umpire.server.socketio.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** The server that the example talks to. */
final class ChatServer implements AutoCloseable {
    private final SocketIoServer io =
            SocketIoServer.create(ServerOptions.defaults().withHost("127.0.0.1").withPort(0));
    private final Namespace chat = io.of("/chat");
    private final AtomicInteger people = new AtomicInteger();
    private int said;

    String start() {
        chat.onConnection(this::serve);
        return io.start().address().toString();
    }

    private void serve(Socket socket) {
        socket.on("enter", (arguments, ack) -> {
            socket.join(String.valueOf(arguments.get(0)));
            ack.send(people.incrementAndGet());
        });
        socket.on("say", (arguments, ack) -> {
            number(arguments.get(0));
            ack.send();
        });
    }

    private synchronized void number(Object words) {
        chat.to("lobby").emit("said", said++, words);
    }

    @Override
    public void close() {
        io.close();
    }
}
