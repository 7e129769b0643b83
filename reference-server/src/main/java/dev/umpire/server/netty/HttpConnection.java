package dev.umpire.server.netty;

import dev.umpire.server.engineio.Engine;
import dev.umpire.server.engineio.EngineError;
import dev.umpire.server.engineio.PollExchange;
import dev.umpire.server.engineio.Request;
import dev.umpire.server.engineio.Session;
import dev.umpire.server.engineio.WebSocketConnection;
import dev.umpire.server.engineio.packet.PayloadFormat;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One HTTP connection: leads each request to the session it is for, and becomes a WebSocket if asked to (RFC 9112). */
@SuppressWarnings("FutureReturnValueIgnored") // a failed write closes the channel, and that is told
final class HttpConnection extends SimpleChannelInboundHandler<HttpObject> {
    /** Fired through the pipeline when the server stops. */
    static final Object STOPPING = new Object();

    private static final Logger LOG = LoggerFactory.getLogger(HttpConnection.class);

    private static final Response NO_PAGE_TAKES_ANYTHING =
            Response.empty(405).with(Map.of("Allow", "GET, HEAD")).closing();

    private final Channel channel;
    private final Routes routes;
    private final HttpOptions options;
    private final ResponseQueue responses;

    private @Nullable PostBody body;
    private @Nullable ProtocolSwitch switchToWebSocket;
    private @Nullable Future<?> deadline;
    private boolean stopping;

    HttpConnection(Channel channel, Routes routes, HttpOptions options) {
        this.channel = channel;
        this.routes = routes;
        this.options = options;
        this.responses = new ResponseQueue(channel, options, this::idle);
    }

    /** Makes a fresh connection speak HTTP. */
    static void install(Channel channel, Routes routes, HttpOptions options) {
        HttpDecoderConfig decoding = new HttpDecoderConfig()
                .setMaxInitialLineLength(options.limits().maxRequestLine())
                .setMaxHeaderSize(options.limits().maxHeaderBytes());
        channel.pipeline().addLast(new HttpServerCodec(decoding)).addLast(new HttpConnection(channel, routes, options));
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        awaitRequest();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, HttpObject message) {
        if (message instanceof HttpRequest http) {
            receiveHead(http);
        }
        if (message instanceof HttpContent content) {
            if (body != null) {
                body.add(content.content());
            }
            if (message instanceof LastHttpContent) {
                receiveEnd();
            }
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        cancelDeadline();
        responses.abort();
    }

    /** Who does not read answers is not read either. */
    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        channel.config().setAutoRead(channel.isWritable());
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event == STOPPING) {
            stopping = true;
            if (responses.size() == 0) {
                channel.close();
            }
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        LOG.debug("connection {} failed", channel.remoteAddress(), cause);
        channel.close();
    }

    private void receiveHead(HttpRequest http) {
        awaitRequest();
        // a read brings many requests at once: that no more is read for now does not hold these back
        if (responses.size() >= options.limits().maxPipelined() || Backlog.of(channel) > options.maxBuffered()) {
            channel.close();
            return;
        }
        Request parsed;
        try {
            parsed = Requests.parse(http, channel.remoteAddress());
        } catch (IllegalArgumentException e) {
            parsed = new Request(http.method().name(), "", Map.of(), Map.of(), "");
            responses.add(parsed, false).respond(Response.error(EngineError.BAD_REQUEST));
            return;
        }
        Request request = options.requests().request(parsed);
        ResponseQueue.Place place = responses.add(request, HttpUtil.isKeepAlive(http));
        if (http.decoderResult().isFailure()) {
            place.respond(Response.error(EngineError.BAD_REQUEST).closing());
            return;
        }
        Engine engine = routes.engines().get(request.path());
        if (engine == null) {
            handleElsewhere(request, place);
        } else if (options.cors().isEnabled() && request.method().equals("OPTIONS")) {
            place.respond(Response.empty(204).with(options.cors().preflightHeaders(request)));
        } else {
            handle(engine, request, place, http);
        }
    }

    private void handle(Engine engine, Request request, ResponseQueue.Place place, HttpRequest http) {
        boolean asksForWebSocket = WebSocketHandshake.isAskedBy(request);
        EngineError error = new RequestCheck(engine, options.cors()).check(request, asksForWebSocket);
        if (error != null) {
            Response refusal = Response.error(error);
            place.respond(asksForWebSocket ? refusal.closing() : refusal);
            return;
        }
        String sid = request.parameter("sid");
        Session session = sid == null ? null : engine.session(sid);
        if (sid != null && session == null) {
            // ended since it was checked
            place.respond(Response.error(EngineError.UNKNOWN_SID));
        } else if (asksForWebSocket) {
            handshake(
                    request,
                    place,
                    options.maxPayload(),
                    webSocket -> session == null
                            ? engine.openWebSocket(request, new NettyLoop(channel.eventLoop()), webSocket)
                            : session.upgrade(webSocket));
        } else if (session == null) {
            engine.openPolling(request, new NettyLoop(channel.eventLoop()), new Poll(place));
        } else if (request.method().equals("GET")) {
            Poll poll = new Poll(place);
            place.onAbort(() -> session.requests().abort(poll));
            session.requests().poll(poll);
        } else {
            receivePost(request, session, place, http);
        }
    }

    /** Answers what is not for an engine. */
    private void handleElsewhere(Request request, ResponseQueue.Place place) {
        Supplier<Page> page = routes.pages().get(request.path());
        if (page != null) {
            boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
            place.respond(reads ? page.get().response() : NO_PAGE_TAKES_ANYTHING);
        } else if (!routes.echoes().contains(request.path())) {
            place.respond(Response.text(404, "text/plain", "Not Found".getBytes(StandardCharsets.UTF_8)));
        } else if (options.cors().forbids(request)) {
            place.respond(Response.error(EngineError.FORBIDDEN).closing());
        } else {
            int maxMessage = Math.max(options.maxPayload(), WebSocketEcho.MAX_MESSAGE);
            handshake(request, place, maxMessage, WebSocketEcho::new);
        }
    }

    /** Answers an opening handshake; with the end of the request, frames take the place of requests. */
    private void handshake(
            Request request,
            ResponseQueue.Place place,
            int maxMessage,
            Function<WebSocketHandler, WebSocketConnection.Listener> listeners) {
        PerMessageDeflate deflate = options.compression().messages()
                ? PerMessageDeflate.agree(request).orElse(null)
                : null;
        Response answer = WebSocketHandshake.answer(request, deflate);
        if (answer.status() == 101) {
            switchToWebSocket = new ProtocolSwitch(request, deflate, maxMessage, listeners);
        }
        place.respond(answer);
    }

    private void receivePost(Request request, Session session, ResponseQueue.Place place, HttpRequest http) {
        body = new PostBody(request, session.requests(), options, place);
        long length = HttpUtil.getContentLength(http, -1L);
        if (HttpUtil.is100ContinueExpected(http) && length <= options.maxPayload()) {
            channel.writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
        }
        body.begin(length);
    }

    private void receiveEnd() {
        if (responses.size() > 0) {
            cancelDeadline();
        }
        if (body != null) {
            PostBody complete = body;
            body = null;
            complete.end();
        }
        if (switchToWebSocket != null) {
            cancelDeadline();
            switchToWebSocket.perform(channel, this, options);
        }
    }

    private void idle() {
        if (stopping) {
            channel.close();
        } else if (switchToWebSocket == null) {
            awaitRequest();
        }
    }

    /** A connection without a complete request is not kept for ever. */
    private void awaitRequest() {
        cancelDeadline();
        long millis = options.limits().requestTimeout().toMillis();
        deadline = channel.eventLoop().schedule(() -> channel.close(), millis, TimeUnit.MILLISECONDS);
    }

    private void cancelDeadline() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    private record Poll(ResponseQueue.Place place) implements PollExchange {
        @Override
        public void complete(PayloadFormat.Body payload) {
            place.respond(Response.payload(payload));
        }

        @Override
        public void refuse(EngineError error) {
            place.respond(Response.error(error));
        }
    }
}
