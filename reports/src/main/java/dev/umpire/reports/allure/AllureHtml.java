package dev.umpire.reports.allure;

import io.qameta.allure.Extension;
import io.qameta.allure.ReportGenerationException;
import io.qameta.allure.ReportGenerator;
import io.qameta.allure.allure2.Allure2Plugin;
import io.qameta.allure.category.CategoriesPlugin;
import io.qameta.allure.category.CategoriesTrendPlugin;
import io.qameta.allure.context.JacksonContext;
import io.qameta.allure.context.MarkdownContext;
import io.qameta.allure.context.RandomUidContext;
import io.qameta.allure.core.AttachmentsPlugin;
import io.qameta.allure.core.MarkdownDescriptionsPlugin;
import io.qameta.allure.core.TestsResultsPlugin;
import io.qameta.allure.duration.DurationPlugin;
import io.qameta.allure.duration.DurationTrendPlugin;
import io.qameta.allure.environment.Allure1EnvironmentPlugin;
import io.qameta.allure.executor.ExecutorPlugin;
import io.qameta.allure.history.HistoryPlugin;
import io.qameta.allure.history.HistoryTrendPlugin;
import io.qameta.allure.launch.LaunchPlugin;
import io.qameta.allure.owner.OwnerPlugin;
import io.qameta.allure.retry.RetryPlugin;
import io.qameta.allure.retry.RetryTrendPlugin;
import io.qameta.allure.severity.SeverityPlugin;
import io.qameta.allure.status.StatusChartPlugin;
import io.qameta.allure.suites.SuitesPlugin;
import io.qameta.allure.summary.SummaryPlugin;
import io.qameta.allure.tags.TagsPlugin;
import io.qameta.allure.timeline.TimelinePlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Writes Allure's report as one file that contacts nobody. */
public final class AllureHtml {
    private AllureHtml() {}

    /**
     * Writes the report of some Allure results.
     *
     * @param results folder of {@code *-result.json} files, as Allure's extensions for test frameworks write it
     * @param file the page to write
     * @throws IOException if the results cannot be read or the page not written
     */
    public static void write(Path results, Path file) throws IOException {
        Path folder = Files.createTempDirectory("umpire-allure");
        Path page = folder.resolve("index.html");
        try {
            new ReportGenerator(new AllureConfiguration(extensions())).generateSingleFile(folder, List.of(results));
            Files.move(page, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (ReportGenerationException e) {
            throw new IOException("Allure cannot make a report of " + results, e);
        } finally {
            Files.deleteIfExists(page);
            Files.deleteIfExists(folder);
        }
    }

    // Named one by one, since the bundled list holds GaPlugin, which reports each use to Google Analytics, and
    // ReportWebPlugin, which writes the page with analytics. Exports to other servers are left out too.
    private static List<Extension> extensions() {
        return List.of(
                new JacksonContext(),
                new MarkdownContext(),
                new SilentTemplates(),
                new RandomUidContext(),
                new Allure2Plugin(),
                new Allure1EnvironmentPlugin(),
                new MarkdownDescriptionsPlugin(),
                new TagsPlugin(),
                new RetryPlugin(),
                new SeverityPlugin(),
                new OwnerPlugin(),
                new CategoriesPlugin(),
                new DurationPlugin(),
                new StatusChartPlugin(),
                new TimelinePlugin(),
                new SuitesPlugin(),
                new TestsResultsPlugin(),
                new AttachmentsPlugin(),
                new CategoriesTrendPlugin(),
                new DurationTrendPlugin(),
                new ExecutorPlugin(),
                new HistoryPlugin(),
                new HistoryTrendPlugin(),
                new LaunchPlugin(),
                new RetryTrendPlugin(),
                new SummaryPlugin());
    }
}
