package dev.umpire.explore.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.explore.program.Program;
import dev.umpire.explore.program.Script;
import dev.umpire.explore.program.Step;
import dev.umpire.fixtures.judge.Finding;
import dev.umpire.fixtures.judge.Judgement;
import dev.umpire.fixtures.model.Clause;
import dev.umpire.fixtures.wire.Via;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Programs are the same for the same seed, and what fails is made small. */
class SearchTest {
    private static final Offer OFFER = new Offer(
            Set.of("rooms", "except", "binary", "dynamic-namespaces", "broadcast-ack"),
            List.of(Via.POLLING, Via.WEBSOCKET, Via.UPGRADE),
            true,
            true,
            2,
            6);

    @Test
    void theSameSeedMakesTheSameProgramAndScriptsKeepIt() {
        for (long seed = 0; seed < 200; seed++) {
            Program program = Generator.program(seed, 40, OFFER);

            assertThat(Generator.program(seed, 40, OFFER)).isEqualTo(program);
            assertThat(Script.parse(program.toString())).isEqualTo(program);
        }
        assertThat(Generator.program(1, 40, OFFER)).isNotEqualTo(Generator.program(2, 40, OFFER));
    }

    @Test
    void aFailingProgramIsMadeAsSmallAsItCanBe() {
        for (long seed = 0; seed < 50; seed++) {
            // given a server that fails when a room is joined and later something is emitted, by whomever
            Predicate<Program> fails = program -> {
                List<Step> steps = program.steps().toList();
                int join = steps.stream()
                        .filter(Step.Join.class::isInstance)
                        .findFirst()
                        .map(steps::indexOf)
                        .orElse(-1);
                return join >= 0 && steps.subList(join, steps.size()).stream().anyMatch(Step.Emit.class::isInstance);
            };
            Program program = Generator.program(seed, 60, OFFER);
            if (fails.test(program)) {
                // when
                Program small = Shrinker.shrink(trial(program, fails), tried -> trial(tried, fails), 1, () -> true)
                        .program();

                // then
                assertThat(small.size()).as("%s", small).isEqualTo(2);
                assertThat(small.phases()).hasSize(2);
            }
        }
    }

    private static Trial trial(Program program, Predicate<Program> fails) {
        Finding finding = new Finding(Finding.Kind.LOST, Clause.NOT_LOST, 1, "c1.1/", 1, "lost");
        List<Finding> findings = fails.test(program) ? List.of(finding) : List.of();
        return new Trial(program, List.of(), new Judgement(findings, findings.size(), 1, 0, true));
    }
}
