package dev.umpire.suites.robustness;

import dev.umpire.fixtures.saboteur.robustness.CollidingKeysChokedOn;
import dev.umpire.fixtures.saboteur.robustness.DeafAfterManyRefusals;
import dev.umpire.fixtures.saboteur.robustness.DeepPlaceholdersChokedOn;
import dev.umpire.fixtures.saboteur.robustness.HugeExponentsChokedOn;
import dev.umpire.fixtures.saboteur.robustness.LongDigitsChokedOn;
import dev.umpire.fixtures.saboteur.robustness.ManyAttachmentsChokedOn;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Harsh;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Socket.IO v5, "Format": packets that are well-formed or nearly so, and of which there is too much: digits, keys,
 * depth, attachments, namespaces. Whoever sends them may be served or cut off; others must not wait for it.
 */
@Harsh
@PartOf(Suite.MALFORMED_INPUT)
@Section(spec = Spec.SOCKET_IO_V5, anchor = "format")
@Needs(transports = Via.WEBSOCKET)
class FloodRules {
    private static final int MOST = 200_000;
    private static final int ATTACHMENTS = 1_000;

    @Harsh
    @Should(
            id = "BAD-PACKET-DIGITS",
            says = "serves others while a packet of two hundred thousand digits is read",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = LongDigitsChokedOn.class,
            seenIn = "RB-05")
    void servesOthersBesideDigits(Clients clients) {
        String digits = "9".repeat(size(clients));
        new Offence(clients).containedOn("42" + digits, "45" + digits + "-[\"~x\"]", "4" + digits, digits);
    }

    @Should(
            id = "BAD-JSON-NUMBERS",
            says = "serves others while JSON with numbers beyond every type is read",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = HugeExponentsChokedOn.class)
    void servesOthersBesideHugeNumbers(Clients clients) {
        String digits = "9".repeat(size(clients));
        new Offence(clients)
                .containedOn(
                        "42[\"~x\"," + digits + "]",
                        "42[\"~x\",0." + digits + "]",
                        "42[\"~x\",1e999999999]",
                        "42[\"~x\",-1e-999999999]",
                        "40/bad,{\"x\":1e" + digits + "}");
    }

    @Should(
            id = "BAD-JSON-WIDE",
            says = "serves others while JSON with thousands of keys or values is read",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = CollidingKeysChokedOn.class)
    void servesOthersBesideWideJson(Clients clients) {
        int count = size(clients) / 12;
        new Offence(clients)
                .containedOn(
                        "42[\"~x\",{" + several(count, i -> "\"k" + i + "\":" + i) + "}]",
                        "42[\"~x\",{" + several(count, i -> "\"same\":0") + "}]",
                        "42[\"~x\",[" + several(count, i -> "{}") + "]]",
                        // names of which Java gives two the same hash
                        "42[\"~x\",{" + several(count / 2, FloodRules::colliding) + "}]");
    }

    @Should(
            id = "BAD-BINARY-DEEP",
            says = "survives a placeholder that is nested ten thousand levels deep",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = DeepPlaceholdersChokedOn.class)
    void survivesADeepPlaceholder(Clients clients) {
        int depth = Math.min(10_000, size(clients) / 3);
        String packet =
                "451-[\"~x\"," + "[".repeat(depth) + "{\"_placeholder\":true,\"num\":0}" + "]".repeat(depth) + "]";
        new Offence(clients).contained(Via.WEBSOCKET, "a placeholder in " + depth + " lists", session -> {
            session.send(packet);
            session.engine().send(new byte[] {1});
        });
    }

    @Should(
            id = "BAD-BINARY-BOMB",
            says = "serves others while a packet with a thousand attachments comes in, all of which it announced",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = ManyAttachmentsChokedOn.class,
            seenIn = "BI-07")
    void servesOthersBesideManyAttachments(Clients clients) {
        String placeholders = several(ATTACHMENTS, i -> "{\"_placeholder\":true,\"num\":" + i + "}");
        new Offence(clients).contained(Via.WEBSOCKET, ATTACHMENTS + " attachments", session -> {
            session.send("45" + ATTACHMENTS + "-[\"~x\"," + placeholders + "]");
            for (int i = 0; i < ATTACHMENTS; i++) {
                session.engine().send(new byte[100]);
            }
        });
    }

    @Should(
            id = "BAD-CONNECT-FLOOD",
            says = "serves others while one client asks a thousand times for a namespace that does not exist",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = DeafAfterManyRefusals.class)
    @Section(spec = Spec.SOCKET_IO_V5, anchor = "connection-to-a-namespace")
    void servesOthersBesideManyConnects(Clients clients) {
        String name = clients.room("flood");
        new Offence(clients)
                .contained(
                        Via.WEBSOCKET,
                        "1,000 CONNECTs",
                        // one name, for a target that makes namespaces for whoever asks would keep each
                        session -> session.send(Stream.generate(() -> "40/" + name + ',')
                                .limit(1_000)
                                .toArray(String[]::new)));
    }

    private static int size(Clients clients) {
        int most = clients.profile().handshake().maxPayload();
        return most > 0 ? Math.min(MOST, most / 2) : MOST;
    }

    private static String several(int count, IntFunction<String> each) {
        return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining(","));
    }

    /** A key from the letters Aa and BB, whose hashes are the same, so that those of all keys of one length are. */
    private static String colliding(int number) {
        String bits = String.format("%17s", Integer.toBinaryString(number)).replace(' ', '0');
        return '"' + bits.replace("0", "Aa").replace("1", "BB") + "\":0";
    }
}
