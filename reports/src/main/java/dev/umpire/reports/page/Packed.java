package dev.umpire.reports.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/**
 * Parts of a page that are compressed until somebody opens them. Thousands of transcripts would otherwise make a page
 * of a hundred megabytes, most of which nobody looks at.
 */
public final class Packed {
    // The best level takes twice the time for two hundredths of the size.
    private static final int LEVEL = 7;

    /** Packs with one level for all. */
    public Packed() {}

    /** A part's HTML as Base64 of gzip, which every browser can undo by itself. */
    public String pack(String html) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new BestGzip(bytes)) {
            gzip.write(html.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot refuse bytes", e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(LEVEL);
        }
    }
}
