package dev.umpire.gatling.wire;

import io.gatling.commons.validation.Failure;
import io.gatling.commons.validation.Validation;
import io.gatling.core.session.Session;
import scala.Function1;

/** Asks a Gatling expression for its value. */
public final class Resolved {
    private Resolved() {}

    /**
     * The value for a virtual user.
     *
     * @throws IllegalArgumentException if it has none, such as for want of an attribute; the message says which
     */
    public static <T> T of(Function1<Session, Validation<T>> expression, Session session) {
        Validation<T> value = expression.apply(session);
        // to Java, a failure is a validation of nothing rather than of T
        if ((Object) value instanceof Failure failure) {
            throw new IllegalArgumentException(failure.message());
        }
        return value.toOption().get();
    }
}
