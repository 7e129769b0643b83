package dev.umpire.reports;

import dev.umpire.reports.allure.AllureHtml;
import dev.umpire.reports.badge.Badge;
import dev.umpire.reports.court.Replays;
import dev.umpire.reports.html.HtmlReport;
import dev.umpire.reports.json.SummaryJson;
import dev.umpire.reports.junit.JunitXml;
import dev.umpire.reports.markdown.ScoreboardTable;
import dev.umpire.reports.markdown.SummaryMarkdown;
import dev.umpire.reports.model.ResultReader;
import dev.umpire.reports.model.RunResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the results of a run into files that people and programs read. */
public final class Reports {
    private Reports() {}

    /**
     * Reads {@code results.ndjson} in a folder and writes, beside it, {@code index.html}, {@code junit.xml},
     * {@code summary.json}, {@code summary.md}, {@code badge.svg}, {@code badge.json}, {@code scoreboard.md},
     * {@code scoreboard.svg} if several servers were judged by rules, {@code play.html} if broken rules can be played
     * step by step and, if Allure's JUnit extension left {@code allure-results/} there, {@code allure.html}. What is
     * there already is replaced.
     *
     * <p>In {@code index.html} whatever changes from run to run stands on lines with {@code data-volatile}: two pages
     * are compared by their other lines, as in {@code grep -v data-volatile index.html}.
     *
     * @throws dev.umpire.reports.model.UnreadableResultsException if the results are missing, of another schema or
     *     damaged; its message says what to do
     * @throws IOException if a file cannot be read or written
     */
    public static Written write(Path folder) throws IOException {
        RunResults results = ResultReader.read(folder);
        Path index = folder.resolve("index.html");
        Path junit = folder.resolve("junit.xml");
        Path summary = folder.resolve("summary.json");
        Path markdown = folder.resolve("summary.md");
        SummaryJson.write(results, summary);
        JunitXml.write(results, junit);
        Files.writeString(markdown, SummaryMarkdown.of(results));
        Badge badge = Badge.of(results);
        badge.writeSvg(folder.resolve("badge.svg"));
        badge.writeJson(folder.resolve("badge.json"));
        ScoreboardTable.write(results, folder.resolve("scoreboard.md"));
        Path allure = folder.resolve("allure.html");
        Path allureResults = folder.resolve("allure-results");
        boolean withAllure = Files.isDirectory(allureResults);
        HtmlReport.write(
                results,
                index,
                folder.resolve("scoreboard.svg"),
                withAllure ? List.of(junit, summary, allure) : List.of(junit, summary));
        Replays.of(results).write(folder.resolve("play.html"));
        // Last, since it is the only one that others' files can break.
        if (withAllure) {
            AllureHtml.write(allureResults, allure);
        }
        return new Written(results, index, junit, summary, markdown, withAllure ? allure : null);
    }

    /**
     * What was written.
     *
     * @param results what the reports show
     * @param index the page for people
     * @param junit the file for CI servers
     * @param summary the verdicts for other programs
     * @param markdown the same in short, for pages of CI servers
     * @param allure Allure's page, or null if there were no Allure results
     */
    public record Written(
            RunResults results,
            Path index,
            Path junit,
            Path summary,
            Path markdown,
            @Nullable Path allure) {}
}
