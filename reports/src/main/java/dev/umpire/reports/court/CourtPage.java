package dev.umpire.reports.court;

import dev.umpire.reports.page.Templates;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the page that shows who receives what: one file, without the client that a live page plays with. */
public final class CourtPage {
    private static final Templates TEMPLATES = new Templates(CourtPage.class);
    private static final List<String> SCRIPTS = List.of(
            "decode", "tap", "stage", "wire", "handshake", "player", "round", "rally", "live", "replay", "boot");

    private CourtPage() {}

    /** The live page, which also replays files of results. */
    public static String live(LiveCourt live) throws IOException {
        return page(Map.of("live", live), " 'self'", live.connections());
    }

    /** The page that replays these results; it contacts nobody. */
    static String of(Replays replays) throws IOException {
        return page(Map.of("plays", replays.packed()), "", "'none'");
    }

    private static String page(Map<String, Object> content, String scripts, String connections) throws IOException {
        String style = Templates.commonStyle() + TEMPLATES.resource("court.css");
        String script = script();
        String policy = String.join(
                "; ",
                "default-src 'none'",
                "style-src 'sha256-" + Templates.sha256(style) + "'",
                "script-src 'sha256-" + Templates.sha256(script) + "'" + scripts,
                "connect-src " + connections,
                "img-src data:",
                "base-uri 'none'",
                "form-action 'none'");
        Map<String, Object> model = new HashMap<>(content);
        model.putAll(Map.of("policy", policy, "style", style, "script", script));
        return TEMPLATES.rendered("court.ftlh", model);
    }

    private static String script() throws IOException {
        StringBuilder all = new StringBuilder("'use strict';\n");
        for (String name : SCRIPTS) {
            all.append(TEMPLATES.resource(name + ".js"));
        }
        return all.toString();
    }
}
