package dev.umpire.server.netty;

import dev.umpire.server.engineio.DataExchange;
import dev.umpire.server.engineio.EngineError;
import dev.umpire.server.engineio.PollingRequests;
import dev.umpire.server.engineio.Request;
import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Receives one POST: its body is decoded as a whole, however it was cut on the way. */
final class PostBody implements DataExchange {
    private final Request request;
    private final PollingRequests session;
    private final HttpOptions options;
    private final ResponseQueue.Place place;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private boolean bytes;
    private boolean done;

    PostBody(Request request, PollingRequests session, HttpOptions options, ResponseQueue.Place place) {
        this.request = request;
        this.session = session;
        this.options = options;
        this.place = place;
        place.onAbort(() -> session.fail(this));
    }

    void begin(long announcedLength) {
        session.begin(this);
        String type = request.header("content-type");
        bytes = type != null && type.toLowerCase(Locale.ROOT).startsWith("application/octet-stream");
        if (bytes && !session.takesBytes()) {
            // since Engine.IO v4, binary packets travel as base64 in text
            done = true;
            session.fail(this);
        } else if (announcedLength > options.maxPayload()) {
            refuseTooLarge();
        }
    }

    void add(ByteBuf content) {
        if (done) {
            return;
        }
        if (received.size() + content.readableBytes() > options.maxPayload()) {
            refuseTooLarge();
            return;
        }
        byte[] bytes = new byte[content.readableBytes()];
        content.readBytes(bytes);
        received.writeBytes(bytes);
    }

    void end() {
        if (done) {
            return;
        }
        done = true;
        byte[] body = options.requests().requestBody(request, received.toByteArray());
        if (bytes) {
            session.data(this, body);
            return;
        }
        String text = Utf8.decode(body, 0, body.length);
        if (text == null) {
            session.fail(this);
        } else {
            session.data(this, text);
        }
    }

    @Override
    public void complete() {
        place.respond(Response.text(200, "text/html", "ok".getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void refuse(EngineError error) {
        place.respond(Response.error(error));
    }

    private void refuseTooLarge() {
        done = true;
        received.reset();
        session.drop(this);
        place.respond(Response.empty(413).closing());
    }
}
