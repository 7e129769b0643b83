package dev.umpire.suites.museum;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.suites.rule.Catalogue;
import dev.umpire.suites.rule.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MuseumTest {
    private static final List<Bug> BUGS = Museum.load();

    @Test
    void namesEachBugOnce() {
        assertThat(BUGS).hasSizeGreaterThan(200).extracting(Bug::id).doesNotHaveDuplicates();
    }

    @Test
    void describesEachBug() {
        assertThat(BUGS).allSatisfy(bug -> {
            assertThat(bug.id()).matches("[A-Z0-9]{2}-\\d{2}");
            assertThat(List.of(bug.implementation(), bug.reference(), bug.symptom()))
                    .noneMatch(String::isBlank);
        });
    }

    @Test
    void catchesEachBugOrSaysWhyNot() {
        assertThat(BUGS)
                .allSatisfy(bug -> assertThat(bug.rules().isEmpty())
                        .as(bug.id() + " has either rules or a reason why there are none")
                        .isEqualTo(bug.excluded() != null));
    }

    @Test
    void namesRulesThatExist() {
        Set<String> ids = Catalogue.load().rules().stream().map(Rule::id).collect(Collectors.toSet());
        List<String> unknown = BUGS.stream()
                .flatMap(bug -> bug.rules().stream())
                .filter(rule -> rule.endsWith("*")
                        ? ids.stream().noneMatch(id -> id.startsWith(rule.substring(0, rule.length() - 1)))
                        : !ids.contains(rule))
                .toList();
        assertThat(unknown).as("rules in bugs.tsv that the catalogue lacks").isEmpty();
    }
}
