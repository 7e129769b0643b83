package dev.umpire.gatling;

import dev.umpire.gatling.step.EmitStep;
import dev.umpire.gatling.step.NamespaceSteps;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a Socket.IO client does in a step. A failure is a failed sample (KO) with the reason as its message: a refused
 * CONNECT, a missing acknowledgement or event, a connection that ends without being asked to. The user goes on as after
 * any failed request; {@code exitHereIfFailed()} ends it. Texts are Gatling expressions. A user has one client, which
 * is closed when its scenario ends.
 */
public final class SocketIo {
    /** How long a step waits unless it says otherwise. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String name;

    SocketIo(String name) {
        this.name = name;
    }

    /**
     * Connects and joins a namespace; the sample takes until the server answers CONNECT.
     *
     * @param url address of the server, such as {@code http://localhost:3000}; an expression
     */
    public Connect connect(String url) {
        return new Connect(name, Arguments.text(url));
    }

    /** Joins one more namespace over the same connection. */
    public ActionBuilder join(String namespace) {
        return NamespaceSteps.join(name, Arguments.text(namespace), session -> "", PATIENCE);
    }

    /** Joins one more namespace and shows something, such as {@code {"token":"#{token}"}}. */
    public ActionBuilder join(String namespace, String auth) {
        return NamespaceSteps.join(name, Arguments.text(namespace), Arguments.text(auth), PATIENCE);
    }

    /** Leaves a namespace; the connection stays. */
    public ActionBuilder leave(String namespace) {
        return NamespaceSteps.leave(name, Arguments.text(namespace));
    }

    /**
     * Emits an event.
     *
     * @param event its name
     * @param arguments texts, which are expressions; numbers, lists, maps and whatever else Jackson writes; and
     *     {@code byte[]}; texts and bytes also within lists and maps
     */
    public Emit emit(String event, @Nullable Object... arguments) {
        return emit(Arguments.of(event, arguments));
    }

    /** Emits an event whose name and arguments are made for each virtual user. */
    public Emit emit(Function<Session, List<?>> nameAndArguments) {
        return new Emit(new EmitStep(name, null, nameAndArguments, false, PATIENCE, List.of()));
    }

    /** Sends a message: the event {@code message}. */
    public Emit send(@Nullable Object... arguments) {
        return emit("message", arguments);
    }

    /** Waits for an event that no step has taken yet, whether it has already come or not. */
    public Expect on(String event) {
        return new Expect(name, event);
    }

    /** Closes the connection. */
    public ActionBuilder close() {
        return NamespaceSteps.close(name);
    }

    /** Does something of one's own with the connection; it gets no sample. */
    public ActionBuilder take(NamespaceSteps.Own own) {
        return NamespaceSteps.own(name, own);
    }
}
