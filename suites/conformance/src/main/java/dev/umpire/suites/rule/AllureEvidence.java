package dev.umpire.suites.rule;

import dev.umpire.reports.model.Level;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.TranscriptEntry;
import dev.umpire.reports.model.Verdict;
import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.SeverityLevel;
import io.qameta.allure.model.Link;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.model.TestResultContainer;
import io.qameta.allure.util.ResultsUtils;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/** Puts what a rule result knows onto the Allure test case of the thread that ran the rule. */
public final class AllureEvidence {
    private AllureEvidence() {}

    /** From now on Allure's results go to a folder; runs that are under way keep theirs. */
    public static void into(Path folder) {
        Allure.setLifecycle(new AllureLifecycle(new FileSystemResultsWriter(folder)));
    }

    /** From now on Allure's results go nowhere; runs that are under way keep theirs. */
    public static void nowhere() {
        Allure.setLifecycle(new AllureLifecycle(new AllureResultsWriter() {
            @Override
            public void write(TestResult result) {}

            @Override
            public void write(TestResultContainer container) {}

            @Override
            public void write(String source, InputStream attachment) {}
        }));
    }

    static void of(RuleResult result) {
        if (Allure.getLifecycle().getCurrentTestCase().isEmpty()) {
            return; // whoever runs the rules has left Allure out
        }
        Allure.getLifecycle().updateTestCase(test -> {
            test.setName(result.id() + " " + result.says());
            test.setDescription(result.authority() + ", " + result.level());
            test.getLabels().add(ResultsUtils.createParentSuiteLabel(result.target()));
            test.getLabels().removeIf(label -> label.getName().equals("suite"));
            test.getLabels().add(ResultsUtils.createSuiteLabel(result.suite()));
            test.getLabels().add(ResultsUtils.createSeverityLabel(severity(result.level())));
            result.citations()
                    .forEach(citation -> test.getLinks()
                            .add(new Link()
                                    .setName(citation.document() + ", " + citation.section())
                                    .setUrl(citation.url())));
        });
        if (result.verdict() == Verdict.PASSED) {
            return; // its transcript is in the other report: Allure inspects every attachment, which takes seconds
        }
        Allure.addAttachment(
                "transcript",
                "text/plain",
                result.transcript().stream().map(AllureEvidence::line).collect(Collectors.joining("\n")));
    }

    private static SeverityLevel severity(Level level) {
        return switch (level) {
            case MUST -> SeverityLevel.CRITICAL;
            case SHOULD -> SeverityLevel.NORMAL;
            case MAY -> SeverityLevel.MINOR;
        };
    }

    private static String line(TranscriptEntry entry) {
        return String.format(
                Locale.ROOT,
                "%9.3f ms  %-10s %-8s %s: %s",
                entry.micros() / 1000.0,
                entry.connection(),
                entry.direction().name().toLowerCase(Locale.ROOT),
                entry.kind(),
                entry.content());
    }
}
