package dev.umpire.cli.coverage;

import dev.umpire.suites.coverage.Coverage;
import dev.umpire.suites.coverage.Discrepancy;
import dev.umpire.suites.coverage.Document;
import dev.umpire.suites.coverage.Sentence;
import java.io.PrintWriter;
import java.util.List;

/** Coverage for people to read. */
final class CoverageTable {
    private CoverageTable() {}

    static void print(Coverage coverage, PrintWriter out) {
        out.printf("%-76s %9s %10s %8s %5s%n", "document", "sentences", "with rules", "excluded", "none");
        coverage.documents().forEach(document -> row(document.title(), document.tally(), out));
        row("all", coverage.tally(), out);
        coverage.documents().forEach(document -> owed(document, out));
    }

    private static void row(String title, Document.Tally tally, PrintWriter out) {
        out.printf(
                "%-76s %9d %10d %8d %5d%n",
                title, tally.sentences(), tally.withRules(), tally.excluded(), tally.none());
    }

    private static void owed(Document document, PrintWriter out) {
        List<Sentence> owed =
                document.sentences().stream().filter(Sentence::owesRule).toList();
        if (!owed.isEmpty()) {
            out.println();
            out.println(document.title() + ": without a rule");
            owed.forEach(sentence -> out.println(
                    "  " + sentence.hash() + " " + sentence.word() + ", " + place(sentence) + ": " + sentence.says()));
        }
    }

    private static String place(Sentence sentence) {
        return sentence.anchor().isEmpty() ? "top" : sentence.anchor();
    }

    static void print(List<Discrepancy> discrepancies, PrintWriter out) {
        out.println();
        if (discrepancies.isEmpty()) {
            out.println("The coverage files and the texts agree.");
        }
        discrepancies.forEach(discrepancy -> out.println(discrepancy.document() + ": " + discrepancy.what()));
    }
}
