package dev.umpire.suites.museum;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.suites.rule.Catalogue;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MuseumTest {
    private static final List<Bug> BUGS = Museum.load();
    private static final Set<String> SEEN_IN = Catalogue.load().rules().stream()
            .flatMap(rule -> rule.seenIn().stream())
            .collect(Collectors.toSet());

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
    void isFoundByRulesOrSaysWhyNot() {
        assertThat(BUGS)
                .allSatisfy(bug -> assertThat(SEEN_IN.contains(bug.id()))
                        .as(bug.id() + " is named by rules, or there is a reason why it is not")
                        .isEqualTo(bug.excluded() == null));
    }

    @Test
    void holdsWhatRulesName() {
        assertThat(SEEN_IN).isSubsetOf(BUGS.stream().map(Bug::id).toList());
    }
}
