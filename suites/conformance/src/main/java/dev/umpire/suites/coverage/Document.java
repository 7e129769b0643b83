package dev.umpire.suites.coverage;

import java.util.List;

/**
 * A pinned text, and what the coverage files say of its sentences.
 *
 * @param id names its coverage file and, with the ending of {@code file}, its text
 * @param title for people
 * @param url where the pinned version is found
 * @param sha256 of its words, see {@link PinnedText#digest()}
 * @param file name of the text in the folder of texts; {@code .md} is Markdown, {@code .txt} an RFC
 * @param sections the sections that count, with those below them; empty if all do
 * @param sentences in the order of the text
 */
public record Document(
        String id,
        String title,
        String url,
        String sha256,
        String file,
        List<String> sections,
        List<Sentence> sentences) {
    /** Copies the lists. */
    public Document {
        sections = List.copyOf(sections);
        sentences = List.copyOf(sentences);
    }

    /** Whether a section of the text is one of those that count. */
    boolean covers(String anchor) {
        return sections.isEmpty()
                || sections.stream().anyMatch(section -> anchor.equals(section) || anchor.startsWith(section + "."));
    }

    /** How many of its sentences are tested. */
    public Tally tally() {
        int tested = (int) sentences.stream().filter(s -> !s.rules().isEmpty()).count();
        int owed = (int) sentences.stream().filter(Sentence::owesRule).count();
        return new Tally(sentences.size(), tested, sentences.size() - tested - owed, owed);
    }

    /**
     * Sentences counted.
     *
     * @param sentences all of them
     * @param withRules tested by a rule
     * @param excluded tested by none, for a reason
     * @param none tested by none, though one could
     */
    public record Tally(int sentences, int withRules, int excluded, int none) {
        /** Both together. */
        public Tally plus(Tally other) {
            return new Tally(
                    sentences + other.sentences,
                    withRules + other.withRules,
                    excluded + other.excluded,
                    none + other.none);
        }
    }
}
