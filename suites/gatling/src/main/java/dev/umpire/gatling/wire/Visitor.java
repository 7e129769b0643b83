package dev.umpire.gatling.wire;

import io.gatling.core.session.Session;
import io.gatling.http.client.uri.Uri;
import io.gatling.http.cookie.CookieSupport$;
import io.gatling.http.util.HttpHelper$;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;

/**
 * The virtual user as the requests of one connection see it: with the cookies of earlier answers, by which a load
 * balancer knows its clients again. Confined to one event loop.
 */
public final class Visitor {
    private Session session;

    /** A virtual user with the cookies that it has already. */
    public Visitor(Session session) {
        this.session = session;
    }

    Session session() {
        return session;
    }

    void answered(String address, HttpHeaders headers) {
        if (headers.contains(HttpHeaderNames.SET_COOKIE)) {
            session = CookieSupport$.MODULE$.storeCookies(
                    session,
                    Uri.create(address),
                    HttpHelper$.MODULE$.responseCookies(headers),
                    System.currentTimeMillis());
        }
    }
}
