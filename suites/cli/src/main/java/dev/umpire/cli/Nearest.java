package dev.umpire.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Guesses what somebody meant by a name that does not exist. */
final class Nearest {
    private Nearest() {}

    /** The known name that takes the fewest edits, in any letter case. */
    static String to(String name, List<String> known) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return known.stream()
                .min(Comparator.comparingInt(candidate ->
                        LevenshteinDistance.getDefaultInstance().apply(wanted, candidate.toLowerCase(Locale.ROOT))))
                .orElse("nothing");
    }
}
