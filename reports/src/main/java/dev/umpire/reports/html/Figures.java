package dev.umpire.reports.html;

import dev.umpire.reports.text.Numbers;
import dev.umpire.reports.text.VisibleText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Numbers, times and text as people read them, the same on every machine. */
public final class Figures {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    Figures() {}

    /** Text with nothing in it that cannot be seen. */
    public String visible(String text) {
        return VisibleText.of(text);
    }

    /** A count with its thousands apart. */
    public String count(long value) {
        return Numbers.count(value);
    }

    /** A rate: whole from 10 on, otherwise with up to two decimals. */
    public String rate(double value) {
        return Numbers.rate(value);
    }

    /** A number with its noun in the right form, such as {@code 1 rule} and {@code 2 rules}. */
    public String plural(long value, String noun) {
        return Numbers.plural(value, noun);
    }

    /** A duration in milliseconds with a fitting unit. */
    public String millis(long millis) {
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ROOT, millis % 1000 == 0 ? "%.0f s" : "%.1f s", millis / 1000.0);
        }
        return "%d min %d s".formatted(millis / 60_000, millis % 60_000 / 1000);
    }

    /** A latency in microseconds with a fitting unit. */
    public String micros(long micros) {
        return Numbers.micros(micros);
    }

    /** Microseconds since a rule began, in milliseconds. */
    public String since(long micros) {
        return String.format(Locale.ROOT, "%,.1f", micros / 1000.0);
    }

    /** A size in bytes with a fitting unit. */
    public String bytes(long bytes) {
        return Numbers.bytes(bytes);
    }

    /** An ISO-8601 instant to the minute, in UTC; anything else as it is. */
    public String instant(String instant) {
        try {
            return MINUTE.format(Instant.parse(instant)) + " UTC";
        } catch (DateTimeParseException e) {
            return instant;
        }
    }
}
