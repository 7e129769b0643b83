package dev.umpire.suites.coverage;

/**
 * One sentence as it stands in a pinned text.
 *
 * @param anchor the section it stands in: a heading's slug (Markdown) or number (RFC); empty above the first heading
 * @param text its words, white space collapsed, markup as in the source
 */
record TextSentence(String anchor, String text) {

    TextSentence {
        text = text.strip().replaceAll("\\s+", " ");
    }

    /** What stands for the sentence in the coverage files, which never hold its words. */
    String hash() {
        return Digest.of(text).substring(0, Digest.SENTENCE_DIGITS);
    }
}
