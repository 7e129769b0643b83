package dev.umpire.suites.coverage;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** How strongly a sentence binds, by the strongest word in it (RFC 2119); negations belong to their word. */
public enum Word {
    /** MUST, SHALL, REQUIRED. */
    MUST("must|shall|required"),
    /** SHOULD, RECOMMENDED. */
    SHOULD("should|recommended"),
    /** MAY, OPTIONAL. */
    MAY("may|optional"),
    /** No such word: a plain statement of what the server does. */
    PROMISE("(?!)");

    private final Pattern capitals;
    private final Pattern anyCase;

    Word(String words) {
        capitals = Pattern.compile("\\b(" + words.toUpperCase(Locale.ROOT) + ")\\b");
        // a year makes "May" a month
        anyCase = Pattern.compile("\\b(" + words + ")\\b(?!\\s\\d{4})", Pattern.CASE_INSENSITIVE);
    }

    /**
     * The strongest word of a sentence.
     *
     * @param onlyCapitals whether the text says, as RFCs do, that only words in capitals bind
     */
    static Word of(String sentence, boolean onlyCapitals) {
        return Arrays.stream(values())
                .filter(word -> (onlyCapitals ? word.capitals : word.anyCase)
                        .matcher(sentence)
                        .find())
                .findFirst()
                .orElse(PROMISE);
    }
}
