package dev.umpire.load.socketio;

import io.gatling.commons.validation.Validation;
import io.gatling.core.CoreComponents;
import io.gatling.core.action.Action;
import io.gatling.core.session.Session;
import io.gatling.core.structure.ScenarioContext;
import io.gatling.http.cache.SslContextSupport$;
import io.gatling.http.client.Request;
import io.gatling.http.protocol.HttpComponents;
import io.gatling.http.protocol.HttpProtocol$;
import io.gatling.http.request.builder.ws.WsConnectRequestBuilder;
import io.gatling.http.request.builder.ws.WsRequestExpressionBuilder;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import scala.Function1;
import scala.Option;

/** Connects one virtual user. */
final class ConnectStep implements SocketIoConnection.Outcome {
    private final String name;
    private final CoreComponents gatling;
    private final SocketIo.Joining joining;
    private final Action next;
    private final Session session;
    private final Samples samples;
    private final long began = System.nanoTime();
    private @Nullable Future<?> patience;

    private ConnectStep(String name, CoreComponents gatling, SocketIo.Joining joining, Action next, Session session) {
        this.name = name;
        this.gatling = gatling;
        this.joining = joining;
        this.next = next;
        this.session = session;
        this.samples = Samples.of(gatling, session);
    }

    static Action build(
            String name,
            ScenarioContext context,
            WsConnectRequestBuilder request,
            Duration timeout,
            SocketIo.Joining joining,
            Action next) {
        CoreComponents gatling = context.coreComponents();
        HttpComponents http = context.protocolComponentsRegistry().components(HttpProtocol$.MODULE$.HttpProtocolKey());
        Function1<Session, Validation<Request>> requests = new WsRequestExpressionBuilder(
                        request.commonAttributes(),
                        http.httpCaches(),
                        http.httpProtocol(),
                        gatling.configuration(),
                        Option.empty())
                .build();
        return new SocketIoAction(name, session -> {
            ConnectStep step = new ConnectStep(name, gatling, joining, next, session);
            Request built = requests.apply(session).toOption().get();
            step.start(http, built, timeout);
        });
    }

    private void start(HttpComponents http, Request request, Duration timeout) {
        SocketIoConnection connection =
                new SocketIoConnection(session.eventLoop(), joining.listener(session, samples), this);
        patience = session.eventLoop()
                .schedule(
                        () -> connection.giveUp("not connected within " + timeout.toMillis() + " ms"),
                        timeout.toMillis(),
                        TimeUnit.MILLISECONDS);
        http.httpEngine()
                .executeRequest(
                        request,
                        session.userId(),
                        false,
                        session.eventLoop(),
                        connection,
                        SslContextSupport$.MODULE$.sslContexts(session));
    }

    @Override
    public void connected(SocketIoConnection connection) {
        stopWaiting();
        samples.ok(name, elapsed());
        next.$bang(SocketIo.withConnection(session, connection));
    }

    @Override
    public void refused(String reason) {
        stopWaiting();
        samples.ko(name, elapsed(), reason);
        joining.refused(reason);
        gatling.exit().$bang(session.markAsFailed());
    }

    private void stopWaiting() {
        if (patience != null) {
            patience.cancel(false);
        }
    }

    private long elapsed() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }
}
