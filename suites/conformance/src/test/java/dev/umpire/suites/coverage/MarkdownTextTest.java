package dev.umpire.suites.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTextTest {
    @Test
    void cutsParagraphsIntoSentences() {
        assertThat(texts("One line\ngoes on. Another (e.g. This) one! `code` begins one?\n\nA new paragraph"))
                .containsExactly(
                        "One line goes on.", "Another (e.g. This) one!", "`code` begins one?", "A new paragraph");
    }

    @Test
    void takesEachListItemAndEachRowForItself() {
        assertThat(texts("Either:\n- the first\n  of all\n2. the second\n\n| a | b |\n|---|---|\n| d | e |"))
                .containsExactly("Either:", "the first of all", "the second", "| a | b |", "| d | e |");
    }

    @Test
    void takesOfCodeOnlyWholeLineComments() {
        assertThat(texts("```js\n// to all\n// but one\nio.emit(); // not this\n// to one\n```\nProse."))
                .containsExactly("to all but one", "to one", "Prose.");
    }

    @Test
    void takesCodeInNoLanguageForOneSentence() {
        assertThat(texts("Format:\n```\n<type>. [<id>]\n\n+ data\n```\nProse.\n```\n```\nMore."))
                .containsExactly("Format:", "<type>. [<id>] + data", "Prose.", "More.");
    }

    @Test
    void leavesOutFrontMatterImportsAndMarks() {
        assertThat(texts(
                        "---\ntitle: x\n---\nimport A from 'a';\n\n:::tip\n> Quoted.\n:::\n<Tabs>\nIn a tab.\n</Tabs>"))
                .containsExactly("Quoted.", "In a tab.");
    }

    @Test
    void givesEachSentenceTheSlugOfItsHeading() {
        String text = "Above.\n# `First` one!\nA.\n## With [link](#x)\nB.\n# First one\nC.\n# Own {#mine}\nD.";

        assertThat(MarkdownText.sentences(text))
                .contains(
                        new TextSentence("", "Above."),
                        new TextSentence("first-one", "A."),
                        new TextSentence("with-link", "B."),
                        new TextSentence("first-one-1", "C."),
                        new TextSentence("mine", "D."));
    }

    private static List<String> texts(String markdown) {
        return MarkdownText.sentences(markdown).stream().map(TextSentence::text).toList();
    }
}
