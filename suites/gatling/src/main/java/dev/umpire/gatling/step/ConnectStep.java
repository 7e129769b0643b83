package dev.umpire.gatling.step;

import dev.umpire.gatling.wire.Requests;
import io.gatling.core.CoreComponents;
import io.gatling.core.action.Action;
import io.gatling.core.session.Session;
import io.gatling.core.structure.ScenarioContext;
import io.gatling.javaapi.core.ActionBuilder;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Connects one virtual user; its sample takes until the namespace is joined over the transport asked for. */
public final class ConnectStep {
    private final String name;
    private final ConnectSettings settings;
    private final CoreComponents gatling;
    private final Requests requests;
    private final Action next;

    private ConnectStep(String name, ConnectSettings settings, ScenarioContext context, Action next) {
        this.name = name;
        this.settings = settings;
        this.gatling = context.coreComponents();
        this.requests = new Requests(name, context);
        this.next = next;
        Departures.watch(context);
    }

    /** A step with this name. */
    public static ActionBuilder of(String name, ConnectSettings settings) {
        return Steps.of(
                (context, next) -> new SocketIoAction(name, new ConnectStep(name, settings, context, next)::connect));
    }

    private void connect(Session session) {
        Client before = Client.of(session);
        if (before != null) {
            before.close();
        }
        Samples samples = Samples.of(gatling, session);
        long began = System.nanoTime();
        Client client;
        try {
            client = new Client(name, settings, requests, session, samples);
        } catch (IllegalArgumentException e) {
            conclude(session, samples, began, String.valueOf(e.getMessage()));
            return;
        }
        client.connect(refusal -> conclude(client.keptIn(session), samples, began, refusal));
    }

    private void conclude(Session session, Samples samples, long began, @Nullable String refusal) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        if (refusal == null) {
            samples.ok(name, millis);
            next.$bang(session);
            return;
        }
        samples.ko(name, millis, refusal);
        ListenerFactory own = settings.attention().listeners();
        if (own != null) {
            own.refused(refusal);
        }
        next.$bang(session.markAsFailed());
    }
}
