package dev.umpire.reports.junit;

import dev.umpire.reports.load.LoadEntry;
import dev.umpire.reports.model.LoadExpectation;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.RunResults;
import dev.umpire.reports.model.TargetResults;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;

/** Writes {@code junit.xml}: one {@code testsuite} per target and suite. */
public final class JunitXml {
    private JunitXml() {}

    /**
     * Writes a run.
     *
     * @throws IOException if the file cannot be written
     */
    public static void write(RunResults results, Path file) throws IOException {
        // A writer, not a stream: given a stream, the JDK writes characters outside the BMP as two surrogates.
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            JunitWriter xml =
                    new JunitWriter(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out));
            List<TestSuite> suites = suites(results);
            xml.start(suites);
            for (TestSuite suite : suites) {
                xml.suite(suite);
            }
            xml.end();
        } catch (XMLStreamException e) {
            throw new IOException("cannot write " + file, e);
        }
    }

    private static List<TestSuite> suites(RunResults results) {
        // To the second and without a zone: the form that every reader of this format takes.
        String started = results.run().startedAt().replaceFirst("(?:\\.\\d+)?Z$", "");
        List<TestSuite> suites = new ArrayList<>();
        for (TargetResults target : results.targets()) {
            suites(target)
                    .forEach((name, cases) ->
                            suites.add(new TestSuite(target.name(), name, started, target.info(), cases)));
        }
        if (!results.stale().isEmpty()) {
            List<TestCase> cases = results.stale().stream().map(TestCase::of).toList();
            suites.add(new TestSuite("umpire", "known failures", started, null, cases));
        }
        return suites;
    }

    private static Map<String, List<TestCase>> suites(TargetResults target) {
        Map<String, List<TestCase>> suites = new LinkedHashMap<>();
        if (target.problem() != null) {
            add(suites, "target", TestCase.ofProblem(target, target.problem()));
        }
        for (RuleResult rule : target.rules()) {
            add(suites, rule.suite(), TestCase.of(rule, target.known().get(rule.id())));
        }
        for (LoadEntry load : LoadEntry.of(target)) {
            add(suites, "load", LoadCase.of(load));
        }
        for (LoadExpectation expectation : target.expectations()) {
            add(suites, "load", LoadCase.of(expectation));
        }
        return suites;
    }

    private static void add(Map<String, List<TestCase>> suites, String suite, TestCase test) {
        suites.computeIfAbsent(suite, name -> new ArrayList<>()).add(test);
    }
}
