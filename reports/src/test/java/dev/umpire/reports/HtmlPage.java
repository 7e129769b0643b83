package dev.umpire.reports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A written page, taken apart and its compressed parts unpacked; the templates write HTML that is XML too, so that the
 * JDK can read it.
 */
final class HtmlPage {
    private static final Pattern CODE = Pattern.compile("<(style|script)>(.*?)</\\1>", Pattern.DOTALL);
    private static final Pattern PACKED =
            Pattern.compile("<template class=\"packed\"[^>]*>([A-Za-z0-9+/=]+)</template>");
    private static final Pattern LIBRARY =
            Pattern.compile("<template id=\"chart-library\">([A-Za-z0-9+/=]+)</template>");

    private final String source;
    private final Document document;

    private HtmlPage(String source, Document document) {
        this.source = source;
        this.document = document;
    }

    static HtmlPage read(Path file) throws IOException {
        String source = Files.readString(file);
        String open = PACKED.matcher(source).replaceAll(pack -> Matcher.quoteReplacement(unpacked(pack.group(1))));
        Path bare = Files.writeString(
                file.resolveSibling("bare.xml"), CODE.matcher(open).replaceAll(""));
        try {
            return new HtmlPage(
                    source,
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(bare.toFile()));
        } catch (SAXException | ParserConfigurationException e) {
            throw new AssertionError("not well formed: " + e.getMessage(), e);
        }
    }

    private static String unpacked(String pack) {
        try (GZIPInputStream html =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(pack)))) {
            return new String(html.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String source() {
        return source;
    }

    /** What stands in the only {@code style} or {@code script} element. */
    String code(String element) {
        Matcher matcher = CODE.matcher(source);
        return matcher.results()
                .filter(match -> match.group(1).equals(element))
                .map(match -> match.group(2))
                .reduce((a, b) -> {
                    throw new AssertionError("more than one " + element);
                })
                .orElseThrow();
    }

    /** The script that draws charts, if the page has any. */
    Optional<String> library() {
        return LIBRARY.matcher(source).results().findFirst().map(pack -> unpacked(pack.group(1)));
    }

    List<Element> all(String xpath) {
        try {
            NodeList nodes =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(xpath, document, XPathConstants.NODESET);
            return IntStream.range(0, nodes.getLength())
                    .mapToObj(i -> (Element) nodes.item(i))
                    .toList();
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(xpath, e);
        }
    }

    Element one(String xpath) {
        List<Element> found = all(xpath);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " elements are " + xpath);
        }
        return found.get(0);
    }

    String text(String xpath) {
        return one(xpath).getTextContent().replaceAll("\\s+", " ").strip();
    }
}
