package dev.umpire.reports.html;

import dev.umpire.reports.model.RunResults;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes {@code index.html}: one file with everything in it, which needs no network and may use none. */
public final class HtmlReport {
    private static final Configuration TEMPLATES = templates();

    private HtmlReport() {}

    /**
     * Writes the page of a run and, if several servers were judged by rules, their scoreboard as a picture.
     *
     * @param picture where the picture goes
     * @param beside other reports in the same folder, to be linked
     * @throws IOException if a file cannot be written
     */
    public static void write(RunResults results, Path file, Path picture, List<Path> beside) throws IOException {
        Page content = Page.of(results);
        Board board = content.board();
        boolean several = board != null;
        String style = resource("style.css")
                + resource("diagram.css")
                + resource("load.css")
                + (several ? resource("board.css") : "");
        LoadSection load = content.load();
        String library = load != null && load.drawn() ? ChartLibrary.script() : "";
        String script = resource("script.js")
                + resource(several ? "board.js" : "rules.js")
                + (library.isEmpty() ? "" : resource("charts.js"));
        Map<String, Object> model = Map.ofEntries(
                Map.entry("page", content),
                Map.entry("packed", new Packed()),
                Map.entry("figures", new Figures()),
                Map.entry("style", style),
                Map.entry("script", script),
                Map.entry("library", library),
                // Nothing but this very style and these scripts may run, whatever a server under test sent.
                Map.entry("styleHash", sha256(style)),
                Map.entry("scriptHash", sha256(script)),
                Map.entry("libraryHash", sha256(library)),
                Map.entry(
                        "beside",
                        beside.stream()
                                .map(path -> path.getFileName().toString())
                                .toList()));
        Files.writeString(file, rendered("page.ftlh", model), StandardCharsets.UTF_8);
        if (board != null) {
            Map<String, Object> drawn = Map.of("picture", ScoreboardPicture.of(results, board));
            Files.writeString(picture, rendered("scoreboard.ftlh", drawn), StandardCharsets.UTF_8);
        }
    }

    private static String rendered(String template, Map<String, Object> model) throws IOException {
        StringWriter text = new StringWriter();
        try {
            TEMPLATES.getTemplate(template).process(model, text);
        } catch (TemplateException e) {
            throw new IllegalStateException("the template " + template + " of the report is broken", e);
        }
        return text.toString();
    }

    private static Configuration templates() {
        Configuration templates = new Configuration(Configuration.VERSION_2_3_34);
        templates.setClassForTemplateLoading(HtmlReport.class, "");
        templates.setDefaultEncoding("UTF-8");
        templates.setLocale(Locale.ROOT);
        templates.setOutputFormat(HTMLOutputFormat.INSTANCE);
        templates.setNumberFormat("c");
        templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        templates.setLogTemplateExceptions(false);
        templates.setObjectWrapper(new DefaultObjectWrapper(Configuration.VERSION_2_3_34));
        return templates;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing beside " + HtmlReport.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
