package dev.umpire.gatling;

import dev.umpire.gatling.wire.Resolved;
import io.gatling.commons.validation.Validation;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.internal.Expressions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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

    /** An event's name and arguments for each virtual user. */
    static Function<Session, List<?>> of(String event, @Nullable Object... arguments) {
        List<Function<Session, ?>> values = new ArrayList<>();
        values.add(text(event));
        for (Object argument : arguments) {
            values.add(value(argument));
        }
        return session -> all(values, session);
    }

    /** Texts are expressions, also within lists and maps; what is neither is sent as it is. */
    private static Function<Session, ?> value(@Nullable Object argument) {
        if (argument instanceof String expression) {
            return text(expression);
        }
        if (argument instanceof List<?> list) {
            List<Function<Session, ?>> elements = new ArrayList<>();
            list.forEach(element -> elements.add(value(element)));
            return session -> all(elements, session);
        }
        if (argument instanceof Map<?, ?> map) {
            Map<Object, Function<Session, ?>> entries = new LinkedHashMap<>();
            map.forEach((key, element) -> entries.put(key, value(element)));
            return session -> {
                Map<Object, Object> resolved = new LinkedHashMap<>();
                entries.forEach((key, element) -> resolved.put(key, element.apply(session)));
                return resolved;
            };
        }
        return session -> argument;
    }

    private static List<Object> all(List<Function<Session, ?>> values, Session session) {
        List<Object> resolved = new ArrayList<>();
        values.forEach(value -> resolved.add(value.apply(session)));
        return resolved;
    }
}
