package dev.umpire.gatling.wire;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.ws;

import io.gatling.commons.validation.Validation;
import io.gatling.core.config.GatlingConfiguration;
import io.gatling.core.session.Session;
import io.gatling.core.structure.ScenarioContext;
import io.gatling.http.cache.SslContextSupport$;
import io.gatling.http.client.HttpListener;
import io.gatling.http.client.Request;
import io.gatling.http.protocol.HttpComponents;
import io.gatling.http.protocol.HttpProtocol$;
import io.gatling.http.request.builder.HttpRequestBuilder;
import io.gatling.http.request.builder.HttpRequestExpressionBuilder;
import io.gatling.http.request.builder.ws.WsConnectRequestBuilder;
import io.gatling.http.request.builder.ws.WsRequestExpressionBuilder;
import scala.Function1;
import scala.Option;

/**
 * The requests of one step, made and sent by Gatling's HTTP client as those of its own steps are: headers, proxy and
 * TLS of the {@code http} protocol hold.
 */
public final class Requests {
    private static final String ADDRESS = "umpire.address";
    private static final String BODY = "umpire.body";

    private final HttpComponents http;
    private final Function1<Session, Validation<Request>> polls;
    private final Function1<Session, Validation<Request>> posts;
    private final Function1<Session, Validation<Request>> webSockets;

    /** The requests of the step with this name. */
    public Requests(String name, ScenarioContext context) {
        GatlingConfiguration configuration = context.coreComponents().configuration();
        http = context.protocolComponentsRegistry().components(HttpProtocol$.MODULE$.HttpProtocolKey());
        polls = expression(
                (HttpRequestBuilder)
                        http(name).get(session -> session.getString(ADDRESS)).asScala(),
                configuration);
        posts = expression(
                (HttpRequestBuilder) http(name)
                        .post(session -> session.getString(ADDRESS))
                        .header("Content-Type", "text/plain;charset=UTF-8")
                        .body(StringBody(session -> session.getString(BODY)))
                        .asScala(),
                configuration);
        WsConnectRequestBuilder connect = (WsConnectRequestBuilder)
                ws(name).connect(session -> session.getString(ADDRESS)).asScala();
        webSockets = new WsRequestExpressionBuilder(
                        connect.commonAttributes(),
                        http.httpCaches(),
                        http.httpProtocol(),
                        configuration,
                        Option.empty())
                .build();
    }

    private Function1<Session, Validation<Request>> expression(
            HttpRequestBuilder request, GatlingConfiguration configuration) {
        return new HttpRequestExpressionBuilder(
                        request.commonAttributes(),
                        request.bodyAttributes(),
                        request.httpAttributes(),
                        http.httpCaches(),
                        http.httpProtocol(),
                        configuration)
                .build();
    }

    void webSocket(Visitor visitor, String address, HttpListener listener) {
        send(webSockets, visitor.session().set(ADDRESS, address), listener);
    }

    void get(Visitor visitor, Exchange exchange) {
        send(polls, visitor.session().set(ADDRESS, exchange.address()), exchange);
    }

    void post(Visitor visitor, String body, Exchange exchange) {
        send(posts, visitor.session().set(ADDRESS, exchange.address()).set(BODY, body), exchange);
    }

    private void send(Function1<Session, Validation<Request>> requests, Session session, HttpListener listener) {
        Request request;
        try {
            request = Resolved.of(requests, session);
        } catch (IllegalArgumentException e) {
            listener.onThrowable(e);
            return;
        }
        http.httpEngine()
                .executeRequest(
                        request,
                        session.userId(),
                        false,
                        session.eventLoop(),
                        listener,
                        SslContextSupport$.MODULE$.sslContexts(session));
    }
}
