package dev.umpire.suites.delivery;

import static dev.umpire.suites.delivery.Scope.broadcast;
import static dev.umpire.suites.delivery.Scope.io;
import static dev.umpire.suites.delivery.Scope.socket;
import static dev.umpire.suites.rule.Expect.expectSame;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.saboteur.delivery.BytesReadAsText;
import dev.umpire.fixtures.saboteur.delivery.LoneSurrogateSilences;
import dev.umpire.fixtures.saboteur.delivery.NestedArraysFlattened;
import dev.umpire.fixtures.saboteur.delivery.NestedBytesAsNumbers;
import dev.umpire.fixtures.saboteur.delivery.NullArgumentAdded;
import dev.umpire.fixtures.saboteur.delivery.NullArgumentDropped;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Emitting events: any arguments that serialize, bytes included, reach every receiver as they were emitted. */
@PartOf(Suite.EMIT_SCOPES)
@Section(spec = Spec.SOCKET_IO_DOCS, anchor = "emitting-events/")
@Needs(tier = Tier.UMPIRE)
class PayloadRules {

    @Must(
            id = "SCOPE-NO-ARGUMENTS",
            says = "broadcasts an event without arguments to every client as the bare name",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = NullArgumentAdded.class)
    void broadcastsNothingButTheName(Clients clients) {
        expectSameForAll(clients);
    }

    @Must(
            id = "SCOPE-SEVERAL-ARGUMENTS",
            says = "broadcasts several arguments of all JSON types to every client, in their order",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = NullArgumentDropped.class)
    void broadcastsSeveralArguments(Clients clients) {
        expectSameForAll(clients, 1, "two", null, true, -3.5, List.of(), Json.object(), "");
    }

    @Must(
            id = "SCOPE-NESTED-ARGUMENTS",
            says = "broadcasts nested arrays and objects with any text to every client unchanged",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = NestedArraysFlattened.class)
    void broadcastsNestedArguments(Clients clients) {
        JsonNode nested = Json.parse(
                "{'a':{'b':[1,[2,[3,{'c':null}]]]},'':'','\u00e9\u8d64\ud83d\ude80':'\\\\u0000\\\\u001e\\\\u2028'}");
        expectSameForAll(clients, nested, List.of(List.of(), nested));
    }

    @Must(
            id = "SCOPE-BINARY",
            says = "broadcasts bytes to every client, on every transport, unchanged",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = BytesReadAsText.class)
    @Needs(tier = Tier.UMPIRE, capabilities = "binary")
    void broadcastsBytes(Clients clients) {
        expectSameForAll(clients, bytes(256), "text", bytes(1));
    }

    @Must(
            id = "SCOPE-BINARY-NESTED",
            says = "broadcasts bytes inside nested arguments to every client, each in its place",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = NestedBytesAsNumbers.class)
    @Needs(tier = Tier.UMPIRE, capabilities = "binary")
    void broadcastsNestedBytes(Clients clients) {
        ObjectNode nested = Json.object().put("name", "picture");
        nested.set(
                "parts", Json.of(List.of(bytes(3), bytes(70_000), Json.object().put("raw", bytes(2)))));
        expectSameForAll(clients, nested, bytes(5));
    }

    /** JSON has the escape, UTF-8 has no such character: the sender may be cut off, the event lost, but no more. */
    @Should(
            id = "SCOPE-LONE-SURROGATE",
            says = "delivers to everybody what comes after a broadcast of an escaped half of a surrogate pair",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = LoneSurrogateSilences.class,
            seenIn = "PA-10")
    void goesOnAfterHalfACharacter(Clients clients) {
        Cast cast = Cast.of(clients);
        ClientSocket erin = clients.socket("erin", Via.WEBSOCKET, cast.namespace());
        String odd = cast.freshEvent();
        erin.client()
                .engine()
                .send("42" + cast.namespace() + ",99[\"umpire\",{\"op\":\"emit\",\"via\":\"io\",\"event\":\"" + odd
                        + "\",\"args\":[\"\\ud800\",\"\\udc00\\ud800\"]}]");
        awaitHandled(erin);
        cast.expectOnly(
                cast.emit(cast.alice(), io(), "\ud83d\ude80"), cast.everybody().toArray(ClientSocket[]::new));
    }

    /** Waits until a client was heard or cut off. */
    private static void awaitHandled(ClientSocket socket) {
        try {
            socket.request("umpire", Json.object().put("op", "info"));
        } catch (Violation e) {
            // cut off, as it may be: what the others get is judged
            return;
        }
    }

    /** Emits with every scope, and wants each receiver to get exactly these arguments. */
    private static void expectSameForAll(Clients clients, @Nullable Object... arguments) {
        Cast cast = Cast.of(clients);
        Emitted toAll = cast.emit(cast.alice(), io(), arguments);
        Emitted toOthers = cast.emit(cast.bob(), broadcast(), arguments);
        Emitted toOne = cast.emit(cast.bob(), socket(), arguments);

        cast.reaches(toAll, cast.alice(), cast.bob(), cast.carol(), cast.dave())
                .reaches(toOthers, cast.alice(), cast.carol(), cast.dave())
                .reaches(toOne, cast.bob())
                .andNobodyElse();
        for (Emitted emit : List.of(toAll, toOthers, toOne)) {
            JsonNode wanted = Json.array().add(emit.event()).addAll(Json.list(arguments));
            for (ClientSocket socket : cast.everybody()) {
                socket.received(emit.event())
                        .forEach(packet -> expectSame(wanted, packet.data(), "at " + socket.name() + " from " + emit));
            }
        }
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}
