package dev.umpire.reports.html;

import dev.umpire.reports.model.RunResults;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The scoreboard as a picture that a README can show: servers as columns, suites as rows, and how many rules each
 * server breaks in each.
 *
 * @param servers names of the columns
 * @param rows one per suite
 * @param day the day of the run
 * @param umpire version of Umpire
 */
public record ScoreboardPicture(List<Column> servers, List<Row> rows, String day, String umpire) {
    private static final int DAY = 10;
    private static final int LONGEST_NAME = 24;
    private static final int LEFT = 190;
    private static final int CELL = 62;
    private static final int TOP = 158;
    private static final int LINE = 26;
    // The last name leans over the edge of its column.
    private static final int RIGHT = 80;
    // Few servers are narrower than what the symbols mean.
    private static final int LEGEND = 800;

    /** A server: its name, cut if it is long, and where its column's middle is in pixels. */
    public record Column(String name, int x) {}

    /** A suite: its name, where its line is in pixels, and its cells. */
    public record Row(String name, int y, List<Cell> cells) {}

    /** One server in one suite: where it stands, the verdict to look at first, and how many rules got it. */
    public record Cell(int x, Mark mark, int count) {}

    static ScoreboardPicture of(RunResults results, Board board) {
        List<ServerCard> cards = board.servers();
        List<Column> servers = IntStream.range(0, cards.size())
                .mapToObj(i -> new Column(cut(cards.get(i).card().name()), middle(i)))
                .toList();
        List<Row> rows = IntStream.range(0, board.suites().size())
                .mapToObj(i -> row(board.suites().get(i), TOP + i * LINE))
                .toList();
        String startedAt = results.run().startedAt();
        return new ScoreboardPicture(
                servers,
                rows,
                startedAt.substring(0, Math.min(DAY, startedAt.length())),
                results.run().umpire());
    }

    /** Pixels from left to right. */
    public int width() {
        return Math.max(edge() + RIGHT, LEGEND);
    }

    /** Where the last column ends, in pixels. */
    public int edge() {
        return LEFT + servers.size() * CELL;
    }

    /** Whether a cell speaks of known failures. */
    public boolean known() {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .anyMatch(cell -> cell.mark().equals(Mark.KNOWN));
    }

    /** Pixels from top to bottom. */
    public int height() {
        return TOP + rows.size() * LINE + 30;
    }

    private static Row row(BoardSuite suite, int y) {
        List<Standing> standings = suite.standings();
        List<Cell> cells = IntStream.range(0, standings.size())
                .mapToObj(i -> cell(standings.get(i), middle(i)))
                .toList();
        return new Row(suite.section().name(), y, cells);
    }

    private static Cell cell(Standing standing, int x) {
        Mark mark = standing.summary();
        int count = standing.tallies().stream()
                .filter(tally -> tally.mark().equals(mark))
                .mapToInt(TargetCard.Tally::count)
                .sum();
        return new Cell(x, mark, count);
    }

    private static int middle(int column) {
        return LEFT + column * CELL + CELL / 2;
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }
}
