package dev.umpire.gatling.connection;

import java.nio.charset.StandardCharsets;

/** What arrived, shortened for people. */
final class Shown {
    private static final int MOST = 200;

    private Shown() {}

    static String of(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        return text.length() <= MOST ? text : text.substring(0, MOST) + "…";
    }
}
