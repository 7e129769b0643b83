package dev.umpire.suites.coverage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Which sentence of which document is tested by which rules.
 *
 * @param documents in the order in which they are shown
 */
public record Coverage(List<Document> documents) {
    /** Copies the list. */
    public Coverage {
        documents = List.copyOf(documents);
    }

    /**
     * Reads the coverage files on the class path.
     *
     * @throws IllegalStateException if one of them is not in order
     */
    public static Coverage load() {
        return new Coverage(CoverageFiles.documents());
    }

    /** All documents together. */
    public Document.Tally tally() {
        return documents.stream().map(Document::tally).reduce(new Document.Tally(0, 0, 0, 0), Document.Tally::plus);
    }

    /** Whether any sentence is tested by this rule. */
    public boolean names(String ruleId) {
        return documents.stream()
                .flatMap(document -> document.sentences().stream())
                .anyMatch(sentence -> sentence.names(ruleId));
    }

    /**
     * Compares the coverage files with the texts in a folder.
     *
     * @return what does not agree; empty if all does
     * @throws IOException if a text is not there or cannot be read
     */
    public List<Discrepancy> compareWith(Path texts) throws IOException {
        List<Discrepancy> found = new ArrayList<>();
        for (Document document : documents) {
            String text = Files.readString(texts.resolve(document.file()));
            found.addAll(new Comparison(document, new PinnedText(document, text)).discrepancies());
        }
        return found;
    }

    /**
     * The sentences of one text as drafts of rows: hash, anchor, word, and in place of our words those of the text,
     * with tabs between them.
     *
     * @return nothing if there is no such document
     * @throws IOException if the text is not there or cannot be read
     */
    public List<String> drafts(String id, Path texts) throws IOException {
        for (Document document : documents) {
            if (document.id().equals(id)) {
                return new PinnedText(document, Files.readString(texts.resolve(document.file()))).drafts();
            }
        }
        return List.of();
    }
}
