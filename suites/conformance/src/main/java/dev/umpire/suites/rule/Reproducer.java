package dev.umpire.suites.rule;

import dev.umpire.fixtures.transcript.Transcript;
import dev.umpire.fixtures.transcript.Transcript.Direction;
import dev.umpire.fixtures.transcript.Transcript.Entry;
import dev.umpire.fixtures.wire.Endpoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Shell commands that send by hand what a rule sent: curl for HTTP, websocat for WebSocket, nc for raw bytes. Session
 * ids are those of the run: put in the one that your own first request returns.
 */
final class Reproducer {
    private Reproducer() {}

    static String of(Endpoint endpoint, Transcript transcript) {
        Map<String, List<Entry>> sent = transcript.entries().stream()
                .filter(entry -> entry.direction() == Direction.SENT
                        && !entry.connection().equals("control"))
                .collect(Collectors.groupingBy(Entry::connection, LinkedHashMap::new, Collectors.toList()));
        return sent.entrySet().stream()
                .map(connection -> "# " + connection.getKey() + "\n" + commands(endpoint, connection.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String commands(Endpoint endpoint, List<Entry> entries) {
        boolean webSocket = entries.stream().anyMatch(entry -> entry.kind().endsWith("frame"));
        if (!webSocket) {
            return entries.stream().map(entry -> command(endpoint, entry)).collect(Collectors.joining("\n"));
        }
        String url = entries.stream()
                .filter(entry -> entry.content().contains("transport=websocket"))
                .findFirst()
                .map(entry -> entry.content().split(" ", 3)[1])
                .orElse(endpoint.webSocket(""));
        String lines = entries.stream()
                .filter(entry -> entry.kind().endsWith("frame"))
                .map(entry ->
                        entry.kind().equals("text frame") && !entry.content().startsWith("[")
                                ? "printf '%s\\n' " + quoted(entry.content())
                                : ": '" + entry.kind() + " " + entry.content().replace("'", "’") + "'")
                .collect(Collectors.joining("; "));
        return "(" + lines + "; sleep 5) | websocat '" + endpoint.url(url).replaceFirst("^http", "ws") + "'";
    }

    private static String command(Endpoint endpoint, Entry entry) {
        if (!entry.kind().equals("http request")) {
            return "printf " + quoted(entry.content().replace("\r", "\\r").replace("\n", "\\n")) + " | nc "
                    + endpoint.host() + " " + endpoint.port();
        }
        String[] headAndBody = entry.content().split("\\R\\R", 2);
        String[] lines = headAndBody[0].split("\\R", -1);
        String[] request = lines[0].split(" ", 3);
        StringBuilder curl = new StringBuilder("curl -i");
        if (!request[0].equals("GET")) {
            curl.append(" -X ").append(request[0]);
        }
        for (int i = 1; i < lines.length; i++) {
            if (!lines[i].startsWith("Host:") && !lines[i].startsWith("Content-Length:")) {
                curl.append(" -H ").append(quoted(lines[i]));
            }
        }
        if (headAndBody.length > 1) {
            curl.append(" --data-binary $").append(quoted(headAndBody[1]));
        }
        return curl.append(' ')
                .append(quoted(endpoint.url(request.length > 1 ? request[1] : "/")))
                .toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
