package dev.umpire.suites.coverage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the rows of one coverage file with the text that they speak of. */
final class Comparison {
    private final Document document;
    private final PinnedText text;
    private final List<Discrepancy> found = new ArrayList<>();

    Comparison(Document document, PinnedText text) {
        this.document = document;
        this.text = text;
    }

    List<Discrepancy> discrepancies() {
        if (!text.digest().equals(document.sha256())) {
            report("the text is not the pinned one: its sha256 is " + text.digest() + ", documents.tsv says "
                    + document.sha256());
        }
        Map<String, TextSentence> sentences = new LinkedHashMap<>();
        text.sentences().forEach(sentence -> sentences.putIfAbsent(sentence.hash(), sentence));
        Set<String> rows = new HashSet<>();
        for (Sentence row : document.sentences()) {
            rows.add(row.hash());
            compare(row, sentences.get(row.hash()));
        }
        sentences.forEach((hash, sentence) -> {
            if (text.wordOf(sentence) != Word.PROMISE && !rows.contains(hash)) {
                report("no row for sentence " + hash + " in " + sentence.anchor() + ": " + sentence.text());
            }
        });
        return found;
    }

    private void compare(Sentence row, @Nullable TextSentence sentence) {
        if (sentence == null) {
            report("row " + row.hash() + " (" + row.says() + ") is about a sentence that the text does not have");
            return;
        }
        if (!row.anchor().equals(sentence.anchor())) {
            report("row " + row.hash() + " (" + row.says() + ") says its section is " + row.anchor() + ", the text has "
                    + sentence.anchor());
        }
        Word word = text.wordOf(sentence);
        if (row.word() != word) {
            report("row " + row.hash() + " (" + row.says() + ") says " + row.word() + ", the sentence " + word);
        }
    }

    private void report(String what) {
        found.add(new Discrepancy(document.id(), what));
    }
}
