package dev.umpire.gatling;

import dev.umpire.gatling.step.ConnectSettings;
import dev.umpire.gatling.step.ConnectStep;
import dev.umpire.gatling.step.ListenerFactory;
import dev.umpire.gatling.wire.Transport;
import io.gatling.core.action.builder.ActionBuilder;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A step that connects. Each method returns the step changed in one point. */
public final class Connect implements io.gatling.javaapi.core.ActionBuilder {
    private final String name;
    private final ConnectSettings settings;

    Connect(String name, Function<Session, String> url) {
        this(
                name,
                new ConnectSettings(
                        url,
                        "/",
                        session -> "",
                        Transport.WEBSOCKET,
                        SocketIo.PATIENCE,
                        0,
                        Duration.ZERO,
                        Map.of(),
                        null));
    }

    private Connect(String name, ConnectSettings settings) {
        this.name = name;
        this.settings = settings;
    }

    /** The namespace to join, such as {@code /chat}; the steps that follow mean it unless they say otherwise. */
    public Connect namespace(String namespace) {
        return with(namespace, settings.auth(), settings.transport(), settings.within());
    }

    /**
     * What the client shows the server (Socket.IO v5, "Connection to a namespace").
     *
     * @param json an object, such as {@code {"token":"#{token}"}}; an expression
     */
    public Connect auth(String json) {
        return with(settings.namespace(), Arguments.text(json), settings.transport(), settings.within());
    }

    /** WebSocket, unless this says otherwise. */
    public Connect transport(Transport transport) {
        return with(settings.namespace(), settings.auth(), transport, settings.within());
    }

    /** How long connecting may take. */
    public Connect within(Duration time) {
        return with(settings.namespace(), settings.auth(), settings.transport(), time);
    }

    /**
     * Connects again when the connection is lost; the loss is a failed sample all the same.
     *
     * @param times how often at most
     * @param delay how long to wait before each time
     */
    public Connect reconnect(int times, Duration delay) {
        return new Connect(name, changed(times, delay, settings.numbered(), settings.listeners()));
    }

    /**
     * Judges an event that its emitter numbers one after the other: one that is lost, comes twice or out of order is a
     * failed sample.
     *
     * @param argument index of the argument that is the number
     */
    public Connect numbered(String event, int argument) {
        Map<String, Integer> numbered = new HashMap<>(settings.numbered());
        numbered.put(event, argument);
        return new Connect(name, changed(settings.reconnects(), settings.delay(), numbered, settings.listeners()));
    }

    /** Hands all events to a listener rather than to steps: for more of them than a step could look at one by one. */
    public Connect listeners(ListenerFactory listeners) {
        return new Connect(name, changed(settings.reconnects(), settings.delay(), settings.numbered(), listeners));
    }

    private Connect with(String namespace, Function<Session, String> auth, Transport transport, Duration within) {
        return new Connect(
                name,
                new ConnectSettings(
                        settings.url(),
                        namespace,
                        auth,
                        transport,
                        within,
                        settings.reconnects(),
                        settings.delay(),
                        settings.numbered(),
                        settings.listeners()));
    }

    private ConnectSettings changed(
            int reconnects, Duration delay, Map<String, Integer> numbered, @Nullable ListenerFactory listeners) {
        return new ConnectSettings(
                settings.url(),
                settings.namespace(),
                settings.auth(),
                settings.transport(),
                settings.within(),
                reconnects,
                delay,
                numbered,
                listeners);
    }

    @Override
    public ActionBuilder asScala() {
        return ConnectStep.of(name, settings).asScala();
    }
}
