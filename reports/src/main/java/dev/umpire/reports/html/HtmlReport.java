package dev.umpire.reports.html;

import dev.umpire.reports.model.RunResults;
import dev.umpire.reports.page.Packed;
import dev.umpire.reports.page.Templates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes {@code index.html}: one file with everything in it, which needs no network and may use none. */
public final class HtmlReport {
    private static final Templates TEMPLATES = new Templates(HtmlReport.class);

    private HtmlReport() {}

    /**
     * Writes the page of a run and, if several servers were judged by rules, their scoreboard as a picture.
     *
     * @param picture where the picture goes
     * @param beside other reports in the same folder, to be linked
     * @throws IOException if a file cannot be written
     */
    public static void write(RunResults results, Path file, Path picture, List<Path> beside) throws IOException {
        Page content = Page.of(results);
        Board board = content.board();
        boolean several = board != null;
        String style = Templates.commonStyle()
                + TEMPLATES.resource("diagram.css")
                + TEMPLATES.resource("load.css")
                + (several ? TEMPLATES.resource("board.css") : "");
        LoadSection load = content.load();
        String library = load != null && load.drawn() ? ChartLibrary.script() : "";
        String script = TEMPLATES.resource("script.js")
                + TEMPLATES.resource(several ? "board.js" : "rules.js")
                + (library.isEmpty() ? "" : TEMPLATES.resource("charts.js"));
        Map<String, Object> model = Map.ofEntries(
                Map.entry("page", content),
                Map.entry("packed", new Packed()),
                Map.entry("figures", new Figures()),
                Map.entry("style", style),
                Map.entry("script", script),
                Map.entry("library", library),
                // Nothing but this very style and these scripts may run, whatever a server under test sent.
                Map.entry("styleHash", Templates.sha256(style)),
                Map.entry("scriptHash", Templates.sha256(script)),
                Map.entry("libraryHash", Templates.sha256(library)),
                Map.entry(
                        "beside",
                        beside.stream()
                                .map(path -> path.getFileName().toString())
                                .toList()));
        Files.writeString(file, TEMPLATES.rendered("page.ftlh", model), StandardCharsets.UTF_8);
        if (board != null) {
            Map<String, Object> drawn = Map.of("picture", ScoreboardPicture.of(results, board));
            Files.writeString(picture, TEMPLATES.rendered("scoreboard.ftlh", drawn), StandardCharsets.UTF_8);
        }
    }
}
