package dev.umpire.reports;

import dev.umpire.reports.model.Citation;
import dev.umpire.reports.model.KnownFailure;
import dev.umpire.reports.model.Level;
import dev.umpire.reports.model.ResultEvent;
import dev.umpire.reports.model.ResultLog;
import dev.umpire.reports.model.RuleBackground;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.TargetInfo;
import dev.umpire.reports.model.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Runs against eight servers with failures of all kinds: one about as large as a run of all rules, 1,120 of them and
 * more than half in one family, and one of a third of that, which a browser opens sooner. As a program, writes and
 * renders it: {@code ManyServers FOLDER [RUN]}.
 */
final class ManyServers {
    static final List<String> NAMES = List.of(
            "embedded",
            "node",
            "node-recovery",
            "bun",
            "netty-socketio",
            "socket.io-server-java",
            "python-aiohttp",
            "http://chat.example:3000");
    static final int RULES = 1120;
    static final int FEW_RULES = 380;
    static final int FEW = 20;
    private static final List<Integer> EVERY =
            IntStream.range(0, NAMES.size()).boxed().toList();
    private static final int MANY = 75;
    private static final int EMIT = 94;
    private static final int GRID = 48;
    private static final List<String> CAPABILITIES =
            List.of("binary", "broadcast-ack", "dynamic-namespaces", "except", "recovery", "rooms", "volatile");

    private ManyServers() {}

    /** Two seeds give two runs with the same verdicts but other times, ports and session ids. */
    static Path write(Path folder, long seed) throws IOException {
        return write(folder, seed, false, List.of(), EVERY);
    }

    /** The same with fewer rules. */
    static Path few(Path folder, long seed, KnownFailure... known) throws IOException {
        return write(folder, seed, true, List.of(known), EVERY);
    }

    /** The same with one server. */
    static Path one(Path folder, long seed) throws IOException {
        return write(folder, seed, true, List.of(), List.of(NAMES.indexOf("bun")));
    }

    private static Path write(Path folder, long seed, boolean few, List<KnownFailure> known, List<Integer> servers)
            throws IOException {
        try (ResultLog log = ResultLog.create(folder)) {
            List<String> command = new ArrayList<>(List.of("umpire", "run"));
            servers.forEach(server -> command.addAll(List.of("--server", NAMES.get(server))));
            log.append(new ResultEvent.RunStarted(
                    ResultLog.SCHEMA,
                    "0.1.0",
                    "2026-03-0%dT10:15:30Z".formatted(1 + seed % 9),
                    command,
                    SampleSuite.ALL.stream().map(SampleSuite::name).toList(),
                    List.of(new RuleBackground("SIO-EMIT-004", List.of(), List.of())),
                    List.of(),
                    CAPABILITIES));
            if (!known.isEmpty()) {
                log.append(new ResultEvent.KnownFailuresListed("known.tsv", known, Map.of()));
            }
            for (int server : servers) {
                judge(log, server, seed, few);
            }
            log.append(new ResultEvent.RunFinished(94_120 + seed));
        }
        return folder;
    }

    private static void judge(ResultLog log, int server, long seed, boolean few) throws IOException {
        String name = NAMES.get(server);
        List<String> able = CAPABILITIES.subList(0, CAPABILITIES.size() - server % 4);
        log.append(new ResultEvent.TargetStarted(new TargetInfo(
                name,
                "http://127.0.0.1:" + (40_000 + server * 10 + seed) + "/socket.io/",
                server < 7 ? "umpire" : "wire",
                server < 7 ? name + " " + (server + 1) + ".8.4" : null,
                able,
                25_000,
                20_000,
                1_000_000)));
        for (SampleSuite suite : SampleSuite.ALL) {
            boolean emits = suite.prefix().equals("SIO-EMIT");
            int rules = few ? FEW : emits ? EMIT : MANY;
            IntStream.rangeClosed(1, rules)
                    .mapToObj(number -> id(suite, number))
                    .forEach(id -> log.append(new ResultEvent.RuleFinished(rule(server, id, suite, seed))));
            if (emits) {
                grid(few ? FEW : GRID)
                        .forEach(id -> log.append(new ResultEvent.RuleFinished(rule(server, id, suite, seed))));
            }
        }
        log.append(new ResultEvent.TargetFinished(name, 31_200 + seed * server, null));
    }

    // Families of at most 40, as in a real catalogue: EIO-HANDSHAKE-001 … 040, EIO-HANDSHAKEX-041 …
    private static String id(SampleSuite suite, int number) {
        return String.format(Locale.ROOT, "%s%s-%03d", suite.prefix(), "X".repeat((number - 1) / 40), number);
    }

    private static List<String> grid(int combinations) {
        List<String> ids = new ArrayList<>();
        for (String emitter : List.of("BROADCAST", "IO", "SOCKET")) {
            for (String to : List.of("ALL", "CLIENT", "ROOM", "ROOMS")) {
                for (int combination = 1; combination <= combinations; combination++) {
                    ids.add("SCOPE-GRID-%s-%s-EXCEPT-%02d".formatted(emitter, to, combination));
                }
            }
        }
        return ids;
    }

    private static RuleResult rule(int server, String id, SampleSuite suite, long seed) {
        // What a rule finds depends on its id and the server alone: the seed changes only what may change.
        Random fate = new Random(id.hashCode() * 31L + server * 7919L);
        int hash = Math.floorMod(id.hashCode(), 10);
        boolean flood = id.equals("SIO-ORDER-001");
        boolean crash = server == 5 && id.equals("WS-HANDSHAKE-019");
        Level level = flood || crash ? Level.MUST : hash == 0 ? Level.MAY : hash < 3 ? Level.SHOULD : Level.MUST;
        boolean sure = server == 7 ? id.startsWith("SCOPE-GRID-IO-ROOM") : crash || (server == 5 && flood);
        boolean breaks = sure || fate.nextInt(100) < server * 3 - 2;
        Verdict verdict =
                breaks ? level.whenBroken() : fate.nextInt(100) < server * 2 ? Verdict.NOT_APPLICABLE : Verdict.PASSED;
        if (server == 3 && id.equals("SIO-ORDER-002")) {
            verdict = Verdict.BLOCKED;
        }
        SampleTranscripts sample = new SampleTranscripts(seed * 100_000 + fate.nextInt(90_000));
        boolean broken = verdict == level.whenBroken();
        return new RuleResult(
                NAMES.get(server),
                id,
                suite.name(),
                level,
                hash % 2 == 0 ? "SPECIFICATION" : "REFERENCE_IMPLEMENTATION",
                id.startsWith("SCOPE-GRID")
                        ? "delivers %s to whom it concerns"
                                .formatted(id.substring(11).toLowerCase(Locale.ROOT))
                        : suite.says()
                                        .get(Math.floorMod(
                                                id.hashCode(), suite.says().size())) + ", case " + id,
                List.of(new Citation(suite.document(), suite.name(), "https://socket.io/docs/v4/#x")),
                verdict,
                3 + new Random(seed + server).nextInt(900),
                4000L,
                reason(verdict, id, server),
                broken ? "close frame 1002, or the connection ends within 5000 ms" : null,
                crash
                        ? RuleResult.SERVER_ENDED + "java.lang.NullPointerException"
                        : broken
                                ? "the server answered with text frame 42[\"message-back\",\"<b>&amp;\"] after 12 ms"
                                : null,
                flood ? sample.flood(1000) : sample.webSocket(verdict == Verdict.PASSED ? 1 : 12),
                broken ? "printf '\\x81\\x05hello' | nc 127.0.0.1 " + (40_000 + seed) : null);
    }

    private static @Nullable String reason(Verdict verdict, String id, int server) {
        return switch (verdict) {
            case PASSED, UNDECIDED -> null;
            case FAILED, WARNED, NOTED -> "An unmasked frame was accepted as if it were masked, in " + id + ".";
            case NOT_APPLICABLE ->
                "The server declares no capability \"%s\"."
                        .formatted(
                                CAPABILITIES.get(Math.min(CAPABILITIES.size() - server % 4, CAPABILITIES.size() - 1)));
            case BLOCKED -> "EIO-UPGRADE-001 did not hold.";
        };
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        System.out.println(
                Reports.write(args.length > 1 ? folder : write(folder, 1)).index());
    }
}
