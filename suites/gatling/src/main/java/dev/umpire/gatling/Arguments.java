package dev.umpire.gatling;

import dev.umpire.gatling.wire.Resolved;
import io.gatling.commons.validation.Validation;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.internal.Expressions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import scala.Function1;

/** What steps are given: texts are Gatling expressions, such as {@code "#{user}"}. */
final class Arguments {
    private Arguments() {}

    /** A text for each virtual user. */
    static Function<Session, String> text(String expression) {
        Function1<io.gatling.core.session.Session, Validation<String>> texts =
                Expressions.toStringExpression(expression);
        return session -> Resolved.of(texts, session.asScala());
    }

    /** An event's name and arguments for each virtual user; what is no text is sent as it is. */
    static Function<Session, List<?>> of(String event, Object... arguments) {
        List<Function<Session, ?>> values = new ArrayList<>();
        values.add(text(event));
        Arrays.stream(arguments)
                .<Function<Session, ?>>map(
                        argument -> argument instanceof String expression ? text(expression) : session -> argument)
                .forEach(values::add);
        return session -> values.stream().map(value -> value.apply(session)).toList();
    }
}
