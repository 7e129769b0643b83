package dev.umpire.suites.coverage;

import java.util.List;

/** The words of a document, as somebody fetched them. */
final class PinnedText {
    private final Document document;
    private final String text;

    PinnedText(Document document, String text) {
        this.document = document;
        this.text = text.replace("\uFEFF", "");
    }

    private boolean isRfc() {
        return document.file().endsWith(".txt");
    }

    /** SHA-256 of its words with one space between them; ends of lines and pages do not count. */
    String digest() {
        String words = isRfc() ? RfcText.withoutPages(text) : text;
        return Digest.of(words.strip().replaceAll("\\s+", " "));
    }

    /** The sentences of the sections that count. */
    List<TextSentence> sentences() {
        List<TextSentence> all = isRfc() ? RfcText.sentences(text) : MarkdownText.sentences(text);
        return all.stream()
                .filter(sentence -> document.covers(sentence.anchor()))
                .toList();
    }

    /** How strongly a sentence binds; in RFCs only words in capitals do, elsewhere any. */
    Word wordOf(TextSentence sentence) {
        return Word.of(sentence.text(), isRfc());
    }

    /** Each sentence as the beginning of a row. */
    List<String> drafts() {
        return sentences().stream()
                .map(s -> String.join("\t", s.hash(), s.anchor(), wordOf(s).name(), s.text()))
                .distinct()
                .toList();
    }
}
