package dev.umpire.reports;

import dev.umpire.reports.model.Citation;
import dev.umpire.reports.model.Level;
import dev.umpire.reports.model.ResultEvent;
import dev.umpire.reports.model.ResultLog;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.TargetInfo;
import dev.umpire.reports.model.TranscriptEntry;
import dev.umpire.reports.model.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Realistic result folders. Two seeds give two runs with the same verdicts but other times, ports and session ids. As a
 * program, writes and renders all of them: {@code SampleRuns FOLDER}.
 */
final class SampleRuns {
    private SampleRuns() {}

    /** Every verdict, 124 rules on one target. */
    static Path one(Path folder, long seed) throws IOException {
        try (ResultLog log = start(folder, seed, "run", "--server", "node")) {
            target(log, "node", "socket.io 4.8.4", seed, 4, divergences());
            log.append(new ResultEvent.RunFinished(9412 + seed));
        }
        return folder;
    }

    /** All passed on one target. */
    static Path clean(Path folder, long seed) throws IOException {
        try (ResultLog log = start(folder, seed, "run")) {
            target(log, "embedded", "umpire-reference-server 0.1.0", seed, 4, Map.of());
            log.append(new ResultEvent.RunFinished(6120 + seed));
        }
        return folder;
    }

    /** Three targets, the last of which died half way. */
    static Path three(Path folder, long seed) throws IOException {
        try (ResultLog log = start(
                folder,
                seed,
                "run",
                "--server",
                "embedded",
                "--server",
                "node",
                "--target",
                "http://chat.example:3000")) {
            target(log, "embedded", "umpire-reference-server 0.1.0", seed, 2, Map.of());
            target(log, "node", "socket.io 4.8.4", seed, 2, divergences());
            String name = "http://chat.example:3000";
            log.append(new ResultEvent.TargetStarted(info(name, null, "wire", seed)));
            for (RuleResult rule : rules(name, seed, 2, Map.of("WS-HANDSHAKE-003", Verdict.FAILED))) {
                if (rule.id().startsWith("WS-")) {
                    log.append(new ResultEvent.RuleFinished(rule));
                }
            }
            log.append(new ResultEvent.TargetFinished(
                    name,
                    2210 + seed,
                    "The server stopped answering after EIO-HANDSHAKE-002: connection refused. Is it still running?"));
            log.append(new ResultEvent.RunFinished(14_412 + seed));
        }
        return folder;
    }

    static TargetInfo info(String name, @Nullable String server, String tier, long seed) {
        String url = name.startsWith("http") ? name : "http://127.0.0.1:" + (41_000 + seed) + "/socket.io/";
        return new TargetInfo(name, url, tier, server, List.of("binary", "recovery"), 25_000, 20_000, 1_000_000);
    }

    static ResultLog start(Path folder, long seed, String... command) throws IOException {
        ResultLog log = ResultLog.create(folder);
        List<String> words = new ArrayList<>(List.of("umpire"));
        words.addAll(List.of(command));
        log.append(new ResultEvent.RunStarted(
                ResultLog.SCHEMA,
                "0.1.0",
                "2026-03-0%dT10:15:3%dZ".formatted(1 + seed % 9, seed % 10),
                words,
                List.of(),
                List.of(),
                List.of()));
        return log;
    }

    private static void target(
            ResultLog log, String name, String server, long seed, int variants, Map<String, Verdict> verdicts) {
        log.append(new ResultEvent.TargetStarted(info(name, server, "umpire", seed)));
        rules(name, seed, variants, verdicts).forEach(rule -> log.append(new ResultEvent.RuleFinished(rule)));
        log.append(new ResultEvent.TargetFinished(name, 8_314 + seed, null));
    }

    private static Map<String, Verdict> divergences() {
        return Map.of(
                "WS-HANDSHAKE-003", Verdict.FAILED,
                "SIO-EMIT-004", Verdict.FAILED,
                "WS-HANDSHAKE-004", Verdict.WARNED,
                "EIO-HANDSHAKE-003", Verdict.NOTED,
                "SIO-ORDER-002", Verdict.BLOCKED,
                "SIO-ORDER-003", Verdict.NOT_APPLICABLE,
                "EIO-HEARTBEAT-002", Verdict.UNDECIDED);
    }

    /** Each suite's rules, repeated as variants of themselves until there are as many as a real catalogue has. */
    static List<RuleResult> rules(String target, long seed, int variants, Map<String, Verdict> verdicts) {
        List<RuleResult> rules = new ArrayList<>();
        for (SampleSuite suite : SampleSuite.ALL) {
            int number = 0;
            for (int variant = 0; variant < variants; variant++) {
                for (String says : suite.says()) {
                    String id = String.format(Locale.ROOT, "%s-%03d", suite.prefix(), ++number);
                    String words = says
                            + List.of("", " on polling", " after an upgrade", " with two clients")
                                    .get(variant);
                    rules.add(rule(
                            target,
                            id,
                            suite,
                            words,
                            verdicts.getOrDefault(id, Verdict.PASSED),
                            seed * 1000 + rules.size()));
                }
            }
        }
        return rules;
    }

    private static RuleResult rule(
            String target, String id, SampleSuite suite, String says, Verdict verdict, long seed) {
        boolean broken = verdict == Verdict.FAILED || verdict == Verdict.WARNED || verdict == Verdict.NOTED;
        return new RuleResult(
                target,
                id,
                suite.name(),
                verdict == Verdict.WARNED ? Level.SHOULD : verdict == Verdict.NOTED ? Level.MAY : Level.MUST,
                suite.document().startsWith("RFC") ? "RFC6455" : "SPECIFICATION",
                says,
                List.of(new Citation(
                        suite.document(),
                        suite.name(),
                        "https://socket.io/docs/v4/" + suite.prefix().toLowerCase(Locale.ROOT) + "#x")),
                verdict,
                3 + new Random(seed).nextInt(900),
                4000L,
                reason(verdict),
                broken ? "close frame 1002, or the connection ends within 5000 ms" : null,
                broken
                        ? "the server answered with text frame 42[\"message-back\",\"<b>&amp;\"] after 12 ms\nand the connection stayed open"
                        : null,
                transcript(id, suite, seed),
                broken
                        ? "printf '\\x81\\x05hello' | nc 127.0.0.1 3000\ncurl -sv 'http://127.0.0.1:3000/socket.io/?EIO=4&transport=polling'"
                        : null);
    }

    private static @Nullable String reason(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> null;
            case FAILED -> "An unmasked frame was accepted as if it were masked.";
            case WARNED -> "The connection was closed without a close frame.";
            case NOTED -> "The server answers a request without EIO as Engine.IO v3.";
            case NOT_APPLICABLE -> "The target declares no capability \"binary-order\".";
            case BLOCKED -> "EIO-UPGRADE-001 did not hold.";
            case UNDECIDED -> "The machine was too busy: the ping was due while the harness did not run for 310 ms.";
        };
    }

    private static List<TranscriptEntry> transcript(String id, SampleSuite suite, long seed) {
        SampleTranscripts sample = new SampleTranscripts(seed);
        if (id.equals("SIO-ORDER-001")) {
            return sample.flood(400);
        }
        return switch (suite.prefix()) {
            case "EIO-HANDSHAKE" -> sample.polling();
            case "SIO-EMIT" -> sample.broadcast(id.endsWith("5") ? 8 : 3);
            case "SIO-MALFORMED" -> sample.malformed();
            default -> sample.webSocket(6);
        };
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        for (Path run : List.of(
                one(folder.resolve("one"), 1),
                clean(folder.resolve("clean"), 1),
                three(folder.resolve("three"), 1),
                SampleLoads.two(folder.resolve("load"), 1),
                SampleLoads.one(folder.resolve("load-alone"), 1),
                SampleLoads.compared(folder.resolve("load-compared"), 1))) {
            System.out.println(Reports.write(run).index());
        }
    }
}
