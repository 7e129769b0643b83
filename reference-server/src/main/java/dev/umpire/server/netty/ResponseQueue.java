package dev.umpire.server.netty;

import dev.umpire.server.engineio.Request;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one connection that wait for their responses. They may be handled out of order and are answered in
 * order (RFC 9112, section 9.3.2). Confined to the connection's event loop, except {@link Place#respond}.
 */
final class ResponseQueue {
    private final Channel channel;
    private final HttpOptions options;
    private final Runnable onIdle;
    private final Deque<Place> places = new ArrayDeque<>();
    private boolean ended;

    /**
     * Makes an empty queue.
     *
     * @param onIdle called when all requests have been answered
     */
    ResponseQueue(Channel channel, HttpOptions options, Runnable onIdle) {
        this.channel = channel;
        this.options = options;
        this.onIdle = onIdle;
    }

    Place add(Request request, boolean keepAlive) {
        Place place = new Place(request, keepAlive);
        places.add(place);
        return place;
    }

    int size() {
        return places.size();
    }

    /** Tells those who wait that nobody is there to be answered. */
    void abort() {
        ended = true;
        List<Place> waiting = List.copyOf(places);
        places.clear();
        for (Place place : waiting) {
            if (place.response == null) {
                place.onAbort.run();
            }
        }
    }

    private void flush() {
        for (Place head = places.peek(); head != null && head.response != null; head = places.peek()) {
            places.remove();
            write(head, head.response);
        }
        channel.flush();
        if (places.isEmpty() && !ended) {
            onIdle.run();
        }
    }

    private void write(Place place, Response response) {
        FullHttpResponse http = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(response.status()),
                Unpooled.wrappedBuffer(response.body().bytes()));
        response.headers().forEach((name, value) -> http.headers().set(name, value));
        boolean close = response.close() || !place.keepAlive;
        if (response.status() != 101 && response.status() != 204) {
            http.headers().set(HttpHeaderNames.CONTENT_LENGTH, response.body().bytes().length);
        }
        if (close) {
            http.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        ChannelFuture written = channel.write(http);
        if (close) {
            ended = true;
            places.clear();
            GentleClose.after(written);
        }
    }

    /** The place of one request's response. */
    final class Place {
        private final Request request;
        private final boolean keepAlive;
        private Runnable onAbort = () -> {};
        private @Nullable Response response;

        private Place(Request request, boolean keepAlive) {
            this.request = request;
            this.keepAlive = keepAlive;
        }

        /** What to do if the connection ends before the response. */
        void onAbort(Runnable task) {
            onAbort = task;
        }

        /** Answers; the first answer counts. Callable from any thread. */
        void respond(Response answer) {
            if (channel.eventLoop().inEventLoop()) {
                set(answer);
            } else {
                new NettyLoop(channel.eventLoop()).execute(() -> set(answer));
            }
        }

        private void set(Response answer) {
            if (response != null || ended) {
                return;
            }
            Response encoded = ContentCoding.encoded(request, answer, options.compression());
            Response complete = options.requests()
                    .response(request, encoded.with(options.cors().headers(request)));
            if (complete != null) {
                response = complete;
                flush();
            }
        }
    }
}
