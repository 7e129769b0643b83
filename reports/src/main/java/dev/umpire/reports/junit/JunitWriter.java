package dev.umpire.reports.junit;

import dev.umpire.reports.junit.TestCase.Outcome;
import dev.umpire.reports.text.VisibleText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes the elements of JUnit's format; every text passes through {@link VisibleText}. */
final class JunitWriter {
    private final XMLStreamWriter xml;

    JunitWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    void start(List<TestSuite> suites) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuites");
        xml.writeAttribute("name", "Umpire");
        List<TestCase> all =
                suites.stream().flatMap(suite -> suite.cases().stream()).toList();
        attribute("tests", Integer.toString(all.size()));
        attribute("failures", count(all, Outcome.FAILED));
        attribute("errors", count(all, Outcome.ERROR));
        attribute("time", seconds(millis(all)));
    }

    void end() throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
        xml.flush();
    }

    void suite(TestSuite suite) throws XMLStreamException {
        List<TestCase> cases = suite.cases();
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        attribute("name", suite.title());
        attribute("tests", Integer.toString(cases.size()));
        attribute("failures", count(cases, Outcome.FAILED));
        attribute("errors", count(cases, Outcome.ERROR));
        attribute("skipped", count(cases, Outcome.SKIPPED));
        attribute("time", seconds(millis(cases)));
        attribute("timestamp", suite.timestamp());
        properties(suite);
        for (TestCase test : cases) {
            testCase(suite.className(), test);
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private void properties(TestSuite suite) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("properties");
        for (Map.Entry<String, String> property : suite.properties().entrySet()) {
            xml.writeEmptyElement("property");
            attribute("name", property.getKey());
            attribute("value", property.getValue());
        }
        xml.writeEndElement();
    }

    private void testCase(String className, TestCase test) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        attribute("name", test.name());
        attribute("classname", className);
        attribute("time", seconds(test.millis()));
        switch (test.outcome()) {
            case FAILED -> fault("failure", test);
            case ERROR -> fault("error", test);
            case SKIPPED -> fault("skipped", test);
            case PASSED -> {}
        }
        output(test);
        xml.writeEndElement();
    }

    private void fault(String element, TestCase test) throws XMLStreamException {
        xml.writeStartElement(element);
        attribute("message", test.message());
        attribute("type", test.type());
        xml.writeCharacters(VisibleText.of(test.details() == null ? "" : test.details()));
        xml.writeEndElement();
    }

    private void output(TestCase test) throws XMLStreamException {
        StringBuilder output = new StringBuilder();
        if (test.outcome() == Outcome.PASSED) {
            output.append(test.message() == null ? "" : test.message() + "\n");
            output.append(test.details() == null ? "" : test.details());
        } else if (test.output() != null) {
            output.append("transcript:\n").append(test.output());
        }
        if (!output.isEmpty()) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(VisibleText.of(output.toString()));
            xml.writeEndElement();
        }
    }

    private void attribute(String name, @Nullable String value) throws XMLStreamException {
        xml.writeAttribute(name, VisibleText.line(value == null ? "" : value));
    }

    private static String count(List<TestCase> cases, Outcome outcome) {
        return Long.toString(
                cases.stream().filter(test -> test.outcome() == outcome).count());
    }

    private static long millis(List<TestCase> cases) {
        return cases.stream().mapToLong(TestCase::millis).sum();
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
    }
}
