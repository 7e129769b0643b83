package dev.umpire.reports.badge;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.umpire.reports.model.RunResults;
import dev.umpire.reports.model.TargetResults;
import dev.umpire.reports.model.Verdict;
import freemarker.core.XMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The verdict in a few words.
 *
 * @param message the words
 * @param tone what they mean
 */
public record Badge(String message, Tone tone) {
    private static final String LABEL = "Socket.IO";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Configuration TEMPLATES = templates();
    // Mean width of a character of Verdana at 11 px; the picture stretches its text to what is reckoned here.
    private static final double CHARACTER = 6.6;
    private static final int MARGIN = 10;

    /** What a badge means, with its colour in the picture (dark enough for white text) and its name at shields.io. */
    public enum Tone {
        GOOD("#2a7d1f", "brightgreen"),
        KNOWN("#7d6608", "yellow"),
        BAD("#b3261e", "red"),
        UNKNOWN("#5f6368", "lightgrey");

        private final String colour;
        private final String shieldsColour;

        Tone(String colour, String shieldsColour) {
            this.colour = colour;
            this.shieldsColour = shieldsColour;
        }
    }

    /** The badge of a run. */
    public static Badge of(RunResults results) {
        long broken = sum(results, TargetResults::unexpectedFailures);
        long known = sum(results, TargetResults::knownFailures);
        if (broken > 0) {
            return new Badge(plural(broken, "rule") + " broken", Tone.BAD);
        }
        if (!results.stale().isEmpty()) {
            return new Badge("known failures out of date", Tone.BAD);
        }
        boolean open = results.targets().isEmpty()
                || results.targets().stream()
                        .anyMatch(target ->
                                target.problem() != null || target.counts().of(Verdict.UNDECIDED) > 0);
        if (open) {
            return new Badge("not judged to the end", Tone.UNKNOWN);
        }
        if (!results.targets().stream().allMatch(TargetResults::delivers)) {
            return new Badge("not clean under load", Tone.BAD);
        }
        if (!results.targets().stream().allMatch(TargetResults::meetsExpectations)) {
            return new Badge("misses expectations", Tone.BAD);
        }
        if (known > 0) {
            return new Badge(plural(known, "known failure"), Tone.KNOWN);
        }
        long passed = sum(results, target -> target.counts().of(Verdict.PASSED));
        return new Badge(passed == 0 ? "clean under load" : plural(passed, "rule") + " passed", Tone.GOOD);
    }

    /**
     * Writes the picture.
     *
     * @throws IOException if the file cannot be written
     */
    public void writeSvg(Path file) throws IOException {
        int left = width(LABEL);
        int right = width(message);
        Map<String, Object> model = Map.of(
                "label",
                LABEL,
                "message",
                message,
                "colour",
                tone.colour,
                "left",
                left,
                "right",
                right,
                "margin",
                MARGIN);
        StringWriter svg = new StringWriter();
        try {
            TEMPLATES.getTemplate("badge.ftlx").process(model, svg);
        } catch (TemplateException e) {
            throw new IllegalStateException("the template of the badge is broken", e);
        }
        Files.writeString(file, svg.toString());
    }

    /**
     * Writes what shields.io reads from an endpoint.
     *
     * @throws IOException if the file cannot be written
     */
    public void writeJson(Path file) throws IOException {
        Map<String, Object> endpoint = new LinkedHashMap<>();
        endpoint.put("schemaVersion", 1);
        endpoint.put("label", LABEL);
        endpoint.put("message", message);
        endpoint.put("color", tone.shieldsColour);
        Files.writeString(file, JSON.writeValueAsString(endpoint) + "\n");
    }

    private interface Figure {
        long of(TargetResults target);
    }

    private static long sum(RunResults results, Figure figure) {
        return results.targets().stream().mapToLong(figure::of).sum();
    }

    private static String plural(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }

    private static int width(String text) {
        return (int) Math.round(text.length() * CHARACTER) + MARGIN;
    }

    private static Configuration templates() {
        Configuration templates = new Configuration(Configuration.VERSION_2_3_34);
        templates.setClassForTemplateLoading(Badge.class, "");
        templates.setDefaultEncoding("UTF-8");
        templates.setLocale(Locale.ROOT);
        templates.setOutputFormat(XMLOutputFormat.INSTANCE);
        templates.setNumberFormat("c");
        templates.setLogTemplateExceptions(false);
        return templates;
    }
}
