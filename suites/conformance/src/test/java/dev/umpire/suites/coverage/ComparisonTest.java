package dev.umpire.suites.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    private static final String TEXT = "# Sky\nThe sky must be blue. It is high.\n";
    private static final String BLUE = new TextSentence("sky", "The sky must be blue.").hash();
    private static final String HIGH = new TextSentence("sky", "It is high.").hash();
    private static final String DIGEST = Digest.of("# Sky The sky must be blue. It is high.");

    @TempDir
    private Path texts;

    @Test
    void agreesWhereEveryNormativeSentenceHasARow() throws IOException {
        assertThat(compare(TEXT, row(BLUE, "sky", Word.MUST))).isEmpty();
    }

    @Test
    void agreesWhateverTheEndsOfLines() throws IOException {
        assertThat(compare(TEXT.replace("\n", "\r\n"), row(BLUE, "sky", Word.MUST)))
                .isEmpty();
    }

    @Test
    void reportsANormativeSentenceWithoutARow() throws IOException {
        assertThat(compare(TEXT, row(HIGH, "sky", Word.PROMISE)))
                .containsExactly("no row for sentence " + BLUE + " in sky: The sky must be blue.");
    }

    @Test
    void reportsARowWithoutItsSentenceAndAnotherText() throws IOException {
        assertThat(compare(TEXT.replace("blue", "grey or blue"), row(BLUE, "sky", Word.MUST)))
                .hasSize(3)
                .anySatisfy(what -> assertThat(what).startsWith("the text is not the pinned one: its sha256 is "))
                .anySatisfy(what -> assertThat(what)
                        .isEqualTo("row " + BLUE + " (it rhymes) is about a sentence that the text does not have"))
                .anySatisfy(what -> assertThat(what).startsWith("no row for sentence "));
    }

    @Test
    void reportsARowOfAnotherSectionOrWord() throws IOException {
        assertThat(compare(TEXT, row(BLUE, "sea", Word.MAY)))
                .containsExactly(
                        "row " + BLUE + " (it rhymes) says its section is sea, the text has sky",
                        "row " + BLUE + " (it rhymes) says MAY, the sentence MUST");
    }

    @Test
    void draftsARowForEachSentence() throws IOException {
        Files.writeString(texts.resolve("sky.md"), TEXT);

        assertThat(coverage(row(BLUE, "sky", Word.MUST)).drafts("sky", texts))
                .contains(BLUE + "\tsky\tMUST\tThe sky must be blue.", HIGH + "\tsky\tPROMISE\tIt is high.");
    }

    private List<String> compare(String text, Sentence row) throws IOException {
        Files.writeString(texts.resolve("sky.md"), text);
        return coverage(row).compareWith(texts).stream().map(Discrepancy::what).toList();
    }

    private static Coverage coverage(Sentence row) {
        return new Coverage(List.of(new Document("sky", "The sky", "", DIGEST, "sky.md", List.of(), List.of(row))));
    }

    private static Sentence row(String hash, String anchor, Word word) {
        return new Sentence(hash, anchor, word, "it rhymes", List.of("SKY-BLUE"), "");
    }
}
