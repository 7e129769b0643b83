package dev.umpire.reports.html;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Short names of servers for addresses such as {@code #SIO-CONNECT-001@node}; they hold for every run that has them.
 */
final class ServerKeys {
    private ServerKeys() {}

    /**
     * A key for each name, made of its own characters and never of its place.
     *
     * @param names names of all servers of a run, each once
     */
    static Map<String, String> of(List<String> names) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (String name : names) {
            String key = name.replaceFirst("^https?://", "")
                    .replaceAll("[^A-Za-z0-9._-]+", "-")
                    .replaceAll("^-+|-+$", "");
            while (key.isEmpty() || keys.containsValue(key)) {
                key += "_";
            }
            keys.put(name, key);
        }
        return keys;
    }
}
