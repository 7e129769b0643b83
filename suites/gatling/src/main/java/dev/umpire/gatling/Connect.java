package dev.umpire.gatling;

import dev.umpire.gatling.connection.SocketIoEvent;
import dev.umpire.gatling.step.ConnectSettings;
import dev.umpire.gatling.step.ConnectSettings.Approach;
import dev.umpire.gatling.step.ConnectSettings.Attention;
import dev.umpire.gatling.step.ConnectSettings.Reconnection;
import dev.umpire.gatling.step.ConnectStep;
import dev.umpire.gatling.step.ListenerFactory;
import dev.umpire.gatling.wire.Transport;
import io.gatling.core.action.builder.ActionBuilder;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A step that connects. Each method returns the step changed in one point. */
public final class Connect implements io.gatling.javaapi.core.ActionBuilder {
    /** Events kept for later steps, unless a step says otherwise. */
    private static final int KEPT = 100;

    private final String name;
    private final Approach approach;
    private final Reconnection reconnection;
    private final Attention attention;

    Connect(String name, Function<Session, String> url) {
        this(
                name,
                new Approach(url, session -> "/", session -> "", Transport.WEBSOCKET, SocketIo.PATIENCE),
                new Reconnection(0, Duration.ZERO),
                new Attention(Map.of(), Map.of(), KEPT, null));
    }

    private Connect(String name, Approach approach, Reconnection reconnection, Attention attention) {
        this.name = name;
        this.approach = approach;
        this.reconnection = reconnection;
        this.attention = attention;
    }

    /** The namespace to join, such as {@code /chat}; the steps that follow mean it unless they say otherwise. */
    public Connect namespace(String namespace) {
        return with(new Approach(
                approach.url(), Arguments.text(namespace), approach.auth(), approach.transport(), approach.within()));
    }

    /**
     * What the client shows the server (Socket.IO v5, "Connection to a namespace").
     *
     * @param json an object, such as {@code {"token":"#{token}"}}; an expression
     */
    public Connect auth(String json) {
        return with(new Approach(
                approach.url(), approach.namespace(), Arguments.text(json), approach.transport(), approach.within()));
    }

    /** WebSocket, unless this says otherwise. */
    public Connect transport(Transport transport) {
        return with(new Approach(approach.url(), approach.namespace(), approach.auth(), transport, approach.within()));
    }

    /** How long connecting may take. */
    public Connect within(Duration time) {
        return with(new Approach(approach.url(), approach.namespace(), approach.auth(), approach.transport(), time));
    }

    private Connect with(Approach changed) {
        return new Connect(name, changed, reconnection, attention);
    }

    /**
     * Connects again when the connection is lost, to all namespaces that were joined; the loss is a failed sample all
     * the same. A step that comes meanwhile waits.
     *
     * @param times how often at most
     * @param delay how long to wait before each time
     */
    public Connect reconnect(int times, Duration delay) {
        return new Connect(name, approach, new Reconnection(times, delay), attention);
    }

    /**
     * Judges an event that its emitter numbers one after the other: one that is lost, comes twice or out of order is a
     * failed sample. The first to arrive begins; what was lost is said when the connection is closed.
     *
     * @param argument index of the argument that is the number
     */
    public Connect numbered(String event, int argument) {
        Map<String, Integer> numbered = new HashMap<>(attention.numbered());
        numbered.put(event, argument);
        return with(new Attention(numbered, attention.answers(), attention.kept(), attention.listeners()));
    }

    /**
     * Answers an event that the server wants acknowledged (Node's {@code emitWithAck}); without this, the answer is
     * empty.
     *
     * @param answer makes the arguments of the acknowledgement, as those of {@code emit}, but without expressions
     */
    public Connect answer(String event, Function<SocketIoEvent, List<?>> answer) {
        Map<String, Function<SocketIoEvent, List<?>>> answers = new HashMap<>(attention.answers());
        answers.put(event, answer);
        return with(new Attention(attention.numbered(), answers, attention.kept(), attention.listeners()));
    }

    /** How many events that no step has asked for are kept for {@code on}: 100, unless this says otherwise. */
    public Connect keep(int events) {
        return with(new Attention(attention.numbered(), attention.answers(), events, attention.listeners()));
    }

    /** Hands all events to a listener rather than to steps: for more of them than a step could look at one by one. */
    public Connect listeners(ListenerFactory listeners) {
        return with(new Attention(attention.numbered(), attention.answers(), attention.kept(), listeners));
    }

    private Connect with(Attention changed) {
        return new Connect(name, approach, reconnection, changed);
    }

    @Override
    public ActionBuilder asScala() {
        return ConnectStep.of(name, new ConnectSettings(approach, reconnection, attention))
                .asScala();
    }
}
