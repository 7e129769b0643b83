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
     * Writes the page of a run.
     *
     * @param beside other reports in the same folder, to be linked
     * @throws IOException if the file cannot be written
     */
    public static void write(RunResults results, Path file, List<Path> beside) throws IOException {
        Page content = Page.of(results);
        boolean several = content.board() != null;
        String style = resource("style.css") + resource("diagram.css") + (several ? resource("board.css") : "");
        String script = resource("script.js") + resource(several ? "board.js" : "rules.js");
        Map<String, Object> model = Map.of(
                "page",
                content,
                "packed",
                new Packed(),
                "figures",
                new Figures(),
                "style",
                style,
                "script",
                script,
                // Nothing but this very style and script may run, whatever a server under test sent.
                "styleHash",
                sha256(style),
                "scriptHash",
                sha256(script),
                "beside",
                beside.stream().map(path -> path.getFileName().toString()).toList());
        StringWriter page = new StringWriter();
        try {
            TEMPLATES.getTemplate("page.ftlh").process(model, page);
            Files.writeString(file, page.toString(), StandardCharsets.UTF_8);
        } catch (TemplateException e) {
            throw new IllegalStateException("the template of the report is broken", e);
        }
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
