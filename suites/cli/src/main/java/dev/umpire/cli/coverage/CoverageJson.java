package dev.umpire.cli.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.umpire.suites.coverage.Coverage;
import dev.umpire.suites.coverage.Discrepancy;
import dev.umpire.suites.coverage.Document;
import dev.umpire.suites.coverage.Sentence;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Coverage for programs to read. */
final class CoverageJson {
    private CoverageJson() {}

    private record Everything(
            Document.Tally all,
            List<Entry> documents,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Discrepancy> discrepancies) {}

    private record Entry(
            String id, String title, String url, String sha256, Document.Tally tally, List<Sentence> sentences) {}

    static String of(Coverage coverage, Optional<List<Discrepancy>> discrepancies) {
        List<Entry> documents = coverage.documents().stream()
                .map(document -> new Entry(
                        document.id(),
                        document.title(),
                        document.url(),
                        document.sha256(),
                        document.tally(),
                        document.sentences()))
                .toList();
        Everything everything = new Everything(coverage.tally(), documents, discrepancies.orElse(null));
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(everything);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the coverage cannot be written as JSON", e);
        }
    }
}
