package dev.umpire.reports.html;

import dev.umpire.reports.model.RunResults;
import dev.umpire.reports.model.TargetResults;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Several servers side by side: servers as columns, rules as rows.
 *
 * @param servers the columns
 * @param suites the rows
 * @param differing how many rules did not get the same verdict everywhere
 */
public record Board(List<ServerCard> servers, List<BoardSuite> suites, long differing) {

    static Board of(RunResults run, List<SuiteSection> sections) {
        Map<String, String> keys =
                ServerKeys.of(run.targets().stream().map(TargetResults::name).toList());
        List<RuleRow> rows =
                sections.stream().flatMap(section -> section.rules().stream()).toList();
        return new Board(
                run.targets().stream()
                        .map(target -> ServerCard.of(
                                target,
                                Objects.requireNonNull(keys.get(target.name())),
                                run.run().capabilities(),
                                rows))
                        .toList(),
                sections.stream().map(BoardSuite::of).toList(),
                rows.stream().filter(RuleRow::differs).count());
    }
}
