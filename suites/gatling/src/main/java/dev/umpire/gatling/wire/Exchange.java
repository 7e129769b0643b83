package dev.umpire.gatling.wire;

import io.gatling.http.client.HttpListener;
import io.gatling.http.client.Request;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One HTTP request and its whole answer. */
abstract class Exchange implements HttpListener {
    private static final int MOST_SHOWN = 200;

    private final Visitor visitor;
    private final String address;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private @Nullable HttpResponseStatus status;

    Exchange(Visitor visitor, String address) {
        this.visitor = visitor;
        this.address = address;
    }

    final String address() {
        return address;
    }

    /** The server answered 200. */
    abstract void answered(byte[] payload);

    /** The server answered something else, or nothing. */
    abstract void failed(String reason);

    @Override
    public final void onFinalClientRequest(Request request) {
        // it is as it was asked for
    }

    @Override
    public final void onHttpResponse(HttpResponseStatus answer, HttpHeaders headers) {
        status = answer;
        visitor.answered(address, headers);
    }

    @Override
    public final void onHttpResponseBodyChunk(ByteBuf chunk, boolean last) {
        byte[] bytes = new byte[chunk.readableBytes()];
        chunk.getBytes(chunk.readerIndex(), bytes);
        body.writeBytes(bytes);
        if (!last) {
            return;
        }
        if (status != null && status.code() == 200) {
            answered(body.toByteArray());
        } else {
            String text = body.toString(StandardCharsets.UTF_8);
            failed("the server answered a polling request with " + status
                    + (text.isEmpty() ? "" : ": " + text.substring(0, Math.min(text.length(), MOST_SHOWN))));
        }
    }

    @Override
    public final void onThrowable(Throwable cause) {
        failed(Failures.inWords(cause, "an answer"));
    }
}
