package dev.umpire.gatling.step;

import dev.umpire.gatling.wire.Requests;
import io.gatling.core.CoreComponents;
import io.gatling.javaapi.core.ActionBuilder;
import java.util.concurrent.TimeUnit;

/** Connects one virtual user; its sample takes until the namespace is joined over the transport asked for. */
public final class ConnectStep {
    private ConnectStep() {}

    /** A step with this name. */
    public static ActionBuilder of(String name, ConnectSettings settings) {
        return Steps.of((context, next) -> {
            CoreComponents gatling = context.coreComponents();
            Requests requests = new Requests(name, context);
            return new SocketIoAction(name, session -> {
                Samples samples = Samples.of(gatling, session);
                Client client = new Client(name, settings, requests, session, samples);
                long began = System.nanoTime();
                client.connect(refusal -> {
                    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
                    if (refusal == null) {
                        samples.ok(name, millis);
                        next.$bang(client.keptIn(session));
                    } else {
                        samples.ko(name, millis, refusal);
                        if (settings.listeners() != null) {
                            settings.listeners().refused(refusal);
                        }
                        next.$bang(client.keptIn(session).markAsFailed());
                    }
                });
            });
        });
    }
}
