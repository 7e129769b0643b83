package dev.umpire.suites.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {
    @Test
    void harshRulesFollowTheOthersAndTheHarshestIsLast() {
        List<Rule> rules = Catalogue.load().rules();

        List<List<Rule>> rounds = Rounds.of(rules);

        assertThat(rounds).hasSize(3);
        assertThat(rounds.stream().mapToInt(List::size).sum()).isEqualTo(rules.size());
        assertThat(rounds.get(0))
                .extracting(Rule::id)
                .contains("SIO-CONNECT-MAIN")
                .noneMatch(id -> id.startsWith("BAD-"));
        assertThat(rounds.get(1)).extracting(Rule::id).contains("BAD-EVENT-NAME");
        assertThat(rounds.get(2)).extracting(Rule::id).containsExactly("BAD-PACKET-DIGITS");
    }

    @Test
    void noRulesMakeNoRound() {
        assertThat(Rounds.of(List.of())).isEmpty();
    }
}
