package dev.umpire.reports.court;

import dev.umpire.reports.page.Templates;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Makes the page: one file, without the client that it plays with. */
public final class CourtPage {
    private static final Templates TEMPLATES = new Templates(CourtPage.class);
    private static final List<String> SCRIPTS =
            List.of("decode", "tap", "stage", "wire", "handshake", "player", "round", "live", "boot");

    private CourtPage() {}

    /**
     * The live page.
     *
     * @param target origin of the server that its clients connect to, such as {@code http://localhost:3000}; empty for
     *     the one that serves the page
     * @param path of Socket.IO on that server
     * @param client address of the official client's script, as seen from the page
     */
    public static String live(String target, String path, String client) throws IOException {
        String style = Templates.commonStyle() + TEMPLATES.resource("court.css");
        String script = scripts();
        // WebSockets of the same origin are 'self' too; of another one they have a scheme of their own.
        String talks = target.isEmpty() ? "'self'" : target + " " + target.replaceFirst("^http", "ws");
        String policy =
                "default-src 'none'; style-src 'sha256-" + Templates.sha256(style) + "'; script-src 'self' 'sha256-"
                        + Templates.sha256(script) + "'; connect-src " + talks
                        + "; img-src data:; base-uri 'none'; form-action 'none'";
        return TEMPLATES.rendered(
                "court.ftlh",
                Map.of(
                        "policy", policy,
                        "style", style,
                        "script", script,
                        "target", target,
                        "path", path,
                        "client", client));
    }

    private static String scripts() throws IOException {
        StringBuilder all = new StringBuilder("'use strict';\n");
        for (String name : SCRIPTS) {
            all.append(TEMPLATES.resource(name + ".js"));
        }
        return all.toString();
    }
}
