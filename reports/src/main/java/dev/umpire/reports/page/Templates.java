package dev.umpire.reports.page;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/** The templates that lie beside a class, and what else a page is put together from. */
public final class Templates {
    private final Class<?> neighbour;
    private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);

    /** The templates beside this class. */
    public Templates(Class<?> neighbour) {
        this.neighbour = neighbour;
        configuration.setClassForTemplateLoading(neighbour, "");
        configuration.setDefaultEncoding("UTF-8");
        configuration.setLocale(Locale.ROOT);
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setNumberFormat("c");
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setObjectWrapper(new DefaultObjectWrapper(Configuration.VERSION_2_3_34));
    }

    /** A template filled in. */
    public String rendered(String template, Map<String, Object> model) throws IOException {
        StringWriter text = new StringWriter();
        try {
            configuration.getTemplate(template).process(model, text);
        } catch (TemplateException e) {
            throw new IllegalStateException("the template " + template + " of the report is broken", e);
        }
        return text.toString();
    }

    /** A style or script that lies beside the templates. */
    public String resource(String name) throws IOException {
        return read(neighbour, name);
    }

    /** The style that all pages begin with: colours for light and dark, type, verdicts. */
    public static String commonStyle() throws IOException {
        return read(Templates.class, "style.css");
    }

    private static String read(Class<?> neighbour, String name) throws IOException {
        try (InputStream in = neighbour.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing beside " + neighbour);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The hash by which a page's policy allows one style or script. */
    public static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
