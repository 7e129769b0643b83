package dev.umpire.suites.rule;

import dev.umpire.fixtures.saboteur.Saboteur;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What falls under saboteurs besides the rules that name them, and why that is no bluntness of theirs: nothing can be
 * said over a WebSocket, say, if none opens.
 *
 * @param saboteurs their names with the last part of their package's, such as {@code delivery.ToIgnored}
 * @param rules the ids of the rules that fall or may fall
 * @param because why, in words that read after "since"
 */
public record Reach(Pattern saboteurs, Pattern rules, String because) {
    private static final String FILE = "reach.tsv";
    private static final int COLUMNS = 3;

    /**
     * Reads what is justified, as {@code reach.tsv} beside this class states it.
     *
     * @throws IllegalStateException if a line has another number of columns
     */
    public static List<Reach> load() {
        return Resources.lines(FILE).stream().skip(1).map(Reach::parse).toList();
    }

    /** Whether it is about a saboteur. */
    public boolean isAbout(Class<? extends Saboteur> type) {
        String topic = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
        return saboteurs.matcher(topic + '.' + type.getSimpleName()).matches();
    }

    /** Whether it is about a rule that fell under a saboteur. */
    public boolean explains(Class<? extends Saboteur> type, Rule rule) {
        return isAbout(type) && rules.matcher(rule.id()).matches();
    }

    private static Reach parse(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length != COLUMNS) {
            throw new IllegalStateException(FILE + ": not saboteurs, rules and reason: " + line);
        }
        return new Reach(Pattern.compile(columns[0]), Pattern.compile(columns[1]), columns[2]);
    }
}
