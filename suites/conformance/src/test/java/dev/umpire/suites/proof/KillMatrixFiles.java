package dev.umpire.suites.proof;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.umpire.fixtures.saboteur.Saboteur;
import dev.umpire.suites.proof.KillMatrix.Pair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a kill matrix down. */
final class KillMatrixFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private KillMatrixFiles() {}

    /**
     * Writes {@code kill-matrix.json}, and {@code kills.tsv} with the lines that the file of stated kills would need.
     *
     * <p>For each saboteur: the rules that name it and failed ({@code kills}) or did not ({@code spares}), and of those
     * tried besides the ones that failed too, as {@code reach.tsv} explains ({@code alsoKills}) or not
     * ({@code unexplained}), or did not fail ({@code leavesAlone}).
     */
    static void write(KillMatrix matrix, StatedKills stated, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(
                folder.resolve("kills.tsv"),
                matrix.expected()
                        .map(pair -> Kill.of(pair.result()).line())
                        .sorted()
                        .toList());
        ObjectNode root = JSON.createObjectNode();
        root.put("seed", matrix.seed());
        ObjectNode saboteurs = root.putObject("saboteurs");
        for (Pair pair : matrix.pairs()) {
            ObjectNode row = saboteurs.withObjectProperty(pair.saboteur().getSimpleName());
            row.put("does", Saboteur.describe(pair.saboteur()));
            row.withObjectProperty(column(pair, stated))
                    .put(pair.rule().id(), pair.result().reason());
        }
        ArrayNode together = root.putArray("fallTogether");
        for (List<String> group : matrix.fallTogether()) {
            group.forEach(together.addArray()::add);
        }
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve("kill-matrix.json").toFile(), root);
    }

    private static String column(Pair pair, StatedKills stated) {
        if (pair.expected()) {
            return pair.killed() ? "kills" : "spares";
        }
        if (!pair.killed()) {
            return "leavesAlone";
        }
        return stated.explain(pair.saboteur(), pair.rule()) ? "alsoKills" : "unexplained";
    }
}
