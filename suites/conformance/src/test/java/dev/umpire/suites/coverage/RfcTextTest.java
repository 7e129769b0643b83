package dev.umpire.suites.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RfcTextTest {
    private static final String PAGE_END =
            "\n\n\n\nDoe & Roe             Standards Track             [Page 9]\n\f\nRFC 4711        A Protocol      May 2011\n\n\n"
                    .replace("\f\n", "\f");

    @Test
    void numbersSentencesBySection() {
        assertThat(RfcText.sentences("4.  Birds\n\n   They sing.  They\n   fly.\n\n4.1.  Owls\n\n   They see."))
                .containsExactly(
                        new TextSentence("4", "They sing."),
                        new TextSentence("4", "They fly."),
                        new TextSentence("4.1", "They see."));
    }

    @Test
    void takesEachItemForItself() {
        assertThat(RfcText.sentences("   Both of\n\n   o  this and\n      that\n\n   1.   the rest"))
                .extracting(TextSentence::text)
                .containsExactly("Both of", "this and that", "the rest");
    }

    @Test
    void goesOnBehindThePageWithWhatHadNotEnded() {
        assertThat(RfcText.sentences("   A bird that" + PAGE_END + "   sings MUST fly." + PAGE_END + "   Next."))
                .extracting(TextSentence::text)
                .containsExactly("A bird that sings MUST fly.", "Next.");
    }
}
