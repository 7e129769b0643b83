package dev.umpire.suites;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The rules that a folder's {@code known-failures.tsv} says its server breaks, each with a reason. */
final class KnownFailures {
    private static final String HEADER = "rule\ttarget\treason";

    private KnownFailures() {}

    static Set<String> of(Path folder, String target) throws IOException {
        Path file = folder.resolve("known-failures.tsv");
        List<String> lines = Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertThat(lines).as("%s", file).isNotEmpty();
        assertThat(lines.get(0)).as("the first line of %s", file).startsWith(HEADER);

        Set<String> rules = new LinkedHashSet<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split("\t", -1);
            assertThat(fields).as("\"%s\" of %s: %s", line, file, HEADER).hasSizeBetween(3, 4);
            assertThat(fields[1]).as("the target of \"%s\"", line).isEqualTo(target);
            assertThat(fields[2]).as("the reason of \"%s\"", line).isNotBlank();
            assertThat(rules.add(fields[0])).as("%s stands once", fields[0]).isTrue();
        }
        return rules;
    }
}
