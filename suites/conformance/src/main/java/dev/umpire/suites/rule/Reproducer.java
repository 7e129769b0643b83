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
 * Shell commands that send by hand what a rule sent: curl for HTTP, websocat for WebSocket, nc for raw bytes. Pongs are
 * left out, since they answer pings that come when they come.
 */
final class Reproducer {
    private Reproducer() {}

    static String of(Endpoint endpoint, Transcript transcript) {
        Map<String, List<Entry>> sent = transcript.entries().stream()
                .filter(entry -> entry.direction() == Direction.SENT
                        && !entry.connection().equals("control"))
                .collect(Collectors.groupingBy(Entry::connection, LinkedHashMap::new, Collectors.toList()));
        String commands = sent.entrySet().stream()
                .map(connection -> "# " + connection.getKey() + "\n" + commands(endpoint, connection.getValue()))
                .collect(Collectors.joining("\n"));
        return (commands.contains("$SID") ? "SID=...   # the session id in the answer to your own first request\n" : "")
                + commands;
    }

    private static String commands(Endpoint endpoint, List<Entry> entries) {
        boolean webSocket = entries.stream().anyMatch(entry -> entry.kind().endsWith("frame"));
        return webSocket
                ? websocat(endpoint, entries)
                : entries.stream().map(entry -> command(endpoint, entry)).collect(Collectors.joining("\n"));
    }

    private static String websocat(Endpoint endpoint, List<Entry> entries) {
        String target = entries.stream()
                .filter(entry -> entry.content().contains("transport=websocket"))
                .findFirst()
                .map(entry -> entry.content().split(" ", 3)[1])
                .orElse(endpoint.webSocket(""));
        String frames = entries.stream()
                .filter(entry ->
                        !entry.kind().equals("http request") && !entry.content().equals("3"))
                .map(Reproducer::frame)
                .collect(Collectors.joining("; "));
        String url = quotedUrl(endpoint.url(target).replaceFirst("^http", "ws"));
        return "(" + (frames.isEmpty() ? "" : frames + "; ") + "sleep 5) | websocat " + url;
    }

    /** What websocat cannot send stands as a command that does nothing, in its place. */
    private static String frame(Entry entry) {
        boolean text = entry.kind().equals("text frame") && !entry.content().startsWith("[");
        return text
                ? "printf '%s\\n' " + quoted(entry.content())
                : ": " + quoted("raw " + entry.kind() + ": " + entry.content());
    }

    private static String command(Endpoint endpoint, Entry entry) {
        if (!entry.kind().equals("http request")) {
            String bytes = entry.content().replace("\r", "\\r").replace("\n", "\\n");
            return "printf " + quoted(bytes) + " | nc " + endpoint.host() + " " + endpoint.port();
        }
        String[] headAndBody = entry.content().split("\n\n", 2);
        List<String> lines = headAndBody[0].lines().toList();
        String[] request = lines.get(0).split(" ", 3);
        List<String> headers = lines.subList(1, lines.size());
        StringBuilder curl = new StringBuilder("curl -i");
        if (!request[0].equals("GET")) {
            curl.append(" -X ").append(request[0]);
        }
        headers.stream()
                .filter(header -> !header.startsWith("Host:") && !header.startsWith("Content-Length:"))
                .forEach(header -> curl.append(" -H ").append(quoted(header)));
        if (headers.stream().noneMatch(header -> header.startsWith("Host:"))) {
            curl.append(" -H 'Host:'");
        }
        if (headAndBody.length > 1) {
            curl.append(" --data-binary $").append(quoted(headAndBody[1]));
        }
        return curl.append(' ')
                .append(quotedUrl(endpoint.url(request.length > 1 ? request[1] : "/")))
                .toString();
    }

    /** A session id of the run is of no use to anybody: a variable takes its place. */
    private static String quotedUrl(String url) {
        String open = url.replaceFirst("([?&]sid=)[^&]+", "$1\\$SID");
        return open.equals(url) ? quoted(url) : '"' + open + '"';
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
