package dev.umpire.reports.merge;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * How long each event took to reach the last of one injector's clients, as text: deflated, then base64.
 *
 * <p>In microseconds plus one, four bytes for each event; 0 for an event that did not reach all of them, or that was
 * not measured.
 */
public final class Completions {
    /** Stands for an event without such a time. */
    public static final int NONE = 0;

    private Completions() {}

    /** As text. */
    public static String encoded(int[] microsPlusOne) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            for (int value : microsPlusOne) {
                out.writeInt(value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /**
     * From text.
     *
     * @param most so many events there are at most; those that the text has no word of have no time
     * @throws IllegalArgumentException if the text is none
     */
    static int[] decoded(String text, int most) {
        byte[] bytes = Base64.getDecoder().decode(text);
        int[] values = new int[most];
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            byte[] all = in.readNBytes(Integer.BYTES * most);
            for (int i = 0; i < all.length / Integer.BYTES; i++) {
                values[i] = ByteBuffer.wrap(all).getInt(Integer.BYTES * i);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("no times of events: " + e.getMessage(), e);
        }
        return values;
    }
}
