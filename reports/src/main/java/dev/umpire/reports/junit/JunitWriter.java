package dev.umpire.reports.junit;

import dev.umpire.reports.junit.TestCase.Outcome;
import dev.umpire.reports.text.VisibleText;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes the elements of JUnit's format; every text passes through {@link VisibleText}. */
final class JunitWriter {
    private final XMLStreamWriter xml;

    JunitWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    void start() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuites");
        xml.writeAttribute("name", "Umpire");
    }

    void end() throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
        xml.flush();
    }

    void suite(String name, List<TestCase> cases) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        attribute("name", name);
        attribute("tests", Integer.toString(cases.size()));
        attribute("failures", count(cases, Outcome.FAILED));
        attribute("errors", count(cases, Outcome.ERROR));
        attribute("skipped", count(cases, Outcome.SKIPPED));
        attribute("time", seconds(cases.stream().mapToLong(TestCase::millis).sum()));
        for (TestCase test : cases) {
            testCase(name, test);
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private void testCase(String suite, TestCase test) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        attribute("name", test.name());
        attribute("classname", suite);
        attribute("time", seconds(test.millis()));
        switch (test.outcome()) {
            case FAILED -> fault("failure", test);
            case ERROR -> fault("error", test);
            case SKIPPED -> {
                xml.writeEmptyElement("skipped");
                attribute("message", test.message());
            }
            case PASSED -> note(test);
        }
        xml.writeEndElement();
    }

    private void fault(String element, TestCase test) throws XMLStreamException {
        xml.writeStartElement(element);
        attribute("message", test.message());
        attribute("type", test.type());
        xml.writeCharacters(VisibleText.of(test.details() == null ? "" : test.details()));
        xml.writeEndElement();
    }

    private void note(TestCase test) throws XMLStreamException {
        if (test.message() != null || test.details() != null) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(VisibleText.of((test.message() == null ? "" : test.message() + "\n")
                    + (test.details() == null ? "" : test.details())));
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

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
    }
}
