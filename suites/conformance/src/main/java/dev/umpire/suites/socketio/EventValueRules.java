package dev.umpire.suites.socketio;

import static dev.umpire.suites.rule.Authority.REFERENCE_IMPLEMENTATION;
import static dev.umpire.suites.rule.Expect.expect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.saboteur.socketio.ArgumentsAfterSixteenDropped;
import dev.umpire.fixtures.saboteur.socketio.BackslashesResolvedTwice;
import dev.umpire.fixtures.saboteur.socketio.ByteOrderMarksStripped;
import dev.umpire.fixtures.saboteur.socketio.ControlCharactersStripped;
import dev.umpire.fixtures.saboteur.socketio.DecimalsInSinglePrecision;
import dev.umpire.fixtures.saboteur.socketio.DeepValuesDropped;
import dev.umpire.fixtures.saboteur.socketio.EmptyArraysAsObjects;
import dev.umpire.fixtures.saboteur.socketio.EmptyTextAsNull;
import dev.umpire.fixtures.saboteur.socketio.InheritedKeysDropped;
import dev.umpire.fixtures.saboteur.socketio.IntegersInThirtyTwoBits;
import dev.umpire.fixtures.saboteur.socketio.LiteralTextsConverted;
import dev.umpire.fixtures.saboteur.socketio.LoneSurrogateCrashes;
import dev.umpire.fixtures.saboteur.socketio.NoArgumentsAsNull;
import dev.umpire.fixtures.saboteur.socketio.NumericTextAsNumber;
import dev.umpire.fixtures.saboteur.socketio.PrototypeInherited;
import dev.umpire.fixtures.saboteur.socketio.SupplementaryCharactersReplaced;
import dev.umpire.fixtures.saboteur.socketio.TextTakenForHeader;
import dev.umpire.fixtures.saboteur.socketio.TrueAsNumber;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.Optional;

/**
 * Socket.IO v5, "Sending and receiving data" and "Format": the payload of an event is a JSON array, of which every
 * value arrives as it was sent, in its place.
 */
@PartOf(Suite.EVENTS)
@Section(spec = Spec.SOCKET_IO_V5, anchor = "sending-and-receiving-data")
@Section(spec = Spec.SOCKET_IO_V5, anchor = "format")
@Needs(tier = Tier.ECHO)
class EventValueRules {

    @Must(
            id = "SIO-EVENT-TYPES",
            says = "keeps text, numbers, booleans, null, arrays and objects what they are",
            sabotagedBy = {TrueAsNumber.class, NumericTextAsNumber.class},
            seenIn = "PA-11")
    void keepsTypes(Clients clients) {
        Echo.returnsJson(clients.socket("alice"), "['one',2,true,false,null,[3,'4'],{'five':[6,{'7':null}]}]");
    }

    @Must(
            id = "SIO-EVENT-NO-ARGUMENTS",
            says = "handles an event that has a name and no arguments",
            sabotagedBy = NoArgumentsAsNull.class)
    void handlesNoArguments(Clients clients) {
        Echo.returns(clients.socket("alice"));
    }

    @Must(
            id = "SIO-EVENT-SEVERAL-ARGUMENTS",
            says = "keeps many arguments in their order",
            sabotagedBy = ArgumentsAfterSixteenDropped.class)
    void keepsManyArguments(Clients clients) {
        Object[] arguments = new Object[100];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = i % 2 == 0 ? (Object) i : "argument " + i;
        }
        Echo.returns(clients.socket("alice"), arguments);
    }

    @Must(
            id = "SIO-EVENT-EMPTY-VALUES",
            says = "keeps empty arrays, objects and texts, null, false and 0 in their places",
            sabotagedBy = {EmptyArraysAsObjects.class, EmptyTextAsNull.class},
            seenIn = "PA-09")
    void keepsEmptyValues(Clients clients) {
        Echo.returnsJson(clients.socket("alice"), "[[],{},null,false,0,'',[[]],{'':{}},[null],'end']");
    }

    @Must(
            id = "SIO-EVENT-NESTED",
            says = "keeps values that are nested fifty deep",
            sabotagedBy = DeepValuesDropped.class,
            seenIn = "PA-11")
    void keepsNestedValues(Clients clients) {
        JsonNode nested = Json.of("core");
        for (int depth = 0; depth < 50; depth++) {
            nested = depth % 2 == 0 ? Json.array().add(nested) : Json.object().set("in", nested);
        }
        Echo.returns(clients.socket("alice"), nested);
    }

    @Must(
            id = "SIO-EVENT-NUMBERS",
            says = "keeps the values of numbers, integers to 2^53-1 among them",
            sabotagedBy = {IntegersInThirtyTwoBits.class, DecimalsInSinglePrecision.class})
    void keepsNumbers(Clients clients) {
        Echo.returnsJson(
                clients.socket("alice"), "[0,-1,1.5,0.1,1e21,1e-7,2147483648,9007199254740991,-9007199254740991]");
    }

    @Must(
            id = "SIO-EVENT-UNICODE",
            says = "keeps text outside ASCII and outside the basic plane",
            sabotagedBy = {SupplementaryCharactersReplaced.class, ByteOrderMarksStripped.class})
    void keepsUnicode(Clients clients) {
        Echo.returns(
                clients.socket("alice"), "zoë", "Привет", "日本語", "مرحبا", "👩‍👩‍👧🏽 𝄞", "e\u0301", "\ufeffmark");
    }

    @Must(
            id = "SIO-EVENT-CONTROLS",
            says = "keeps control characters and line separators in text",
            sabotagedBy = ControlCharactersStripped.class,
            seenIn = "PO-03")
    void keepsControlCharacters(Clients clients) {
        Echo.returns(clients.socket("alice"), "\u0000", "\u001e", "\u001f\u007f\u0085", "\u2028\u2029", "\t\b\f");
    }

    @Must(
            id = "SIO-EVENT-ESCAPES",
            says = "keeps quotes, backslashes and line breaks in text",
            sabotagedBy = BackslashesResolvedTwice.class,
            seenIn = "PA-06")
    void keepsEscapes(Clients clients) {
        Echo.returns(
                clients.socket("alice"), "\"", "\\", "\\n", "\n\r\n", "\\\\\"", "'\\u0041'", "</script>", "{\"a\":1}");
    }

    @Must(
            id = "SIO-EVENT-PUNCTUATION",
            says = "takes the dashes, commas, slashes and digits of a payload for nothing else",
            sabotagedBy = TextTakenForHeader.class,
            seenIn = "PA-01")
    void keepsPunctuation(Clients clients) {
        Echo.returns(clients.socket("alice"), "1-2", "10-", "-", "/custom,", ",/", "42[\"message\"]", "451-", "}],[{");
    }

    @Must(
            id = "SIO-EVENT-TEXT-LIKE-NUMBERS",
            says = "keeps text that looks like a number, a boolean or null text",
            sabotagedBy = {LiteralTextsConverted.class, NumericTextAsNumber.class},
            seenIn = "PA-08")
    void keepsTextThatLooksLikeOtherTypes(Clients clients) {
        Echo.returns(clients.socket("alice"), "123", "0", "-1", "1e3", "true", "null", "NaN", " 1 ");
    }

    @Must(id = "SIO-EVENT-KEYS", says = "keeps objects whose keys are odd", sabotagedBy = InheritedKeysDropped.class)
    void keepsOddKeys(Clients clients) {
        Echo.returnsJson(
                clients.socket("alice"),
                "[{'constructor':1,'toString':2,'length':3,'a.b':4,'$set':5,'0':6,' ':7,'num':0,'type':'Buffer'}]");
    }

    /** JSON allows the escape; whether its sender is served on or cut off is open, others must not suffer. */
    @Should(
            id = "SIO-EVENT-LONE-SURROGATE",
            says = "lets nobody else suffer from an escaped half of a surrogate pair",
            authority = REFERENCE_IMPLEMENTATION,
            sabotagedBy = LoneSurrogateCrashes.class,
            seenIn = "PA-10")
    void survivesALoneSurrogate(Clients clients) {
        Bystander bystander = new Bystander(clients);
        PacketWire wire = clients.joined();
        wire.send("42[\"message\",\"\\ud800\"]", "421[\"message-with-ack\",\"after\"]");
        Optional<SocketPacket> next = wire.nextOrEnd();
        while (next.isPresent() && !next.get().ack()) {
            next = wire.nextOrEnd();
        }
        next.ifPresent(ack -> expect(
                ack.toString().contains("after"), "the next event acknowledged, or the end of the connection", ack));
        bystander.expectUndisturbed();
    }

    /**
     * What one client calls __proto__ once was a property of every other client's objects, in servers in JavaScript.
     */
    @Must(
            id = "SIO-EVENT-POLLUTION",
            says = "keeps the keys of one client's objects out of those of others, whatever the keys are called",
            sabotagedBy = PrototypeInherited.class)
    void keepsObjectsApart(Clients clients) {
        PacketWire wire = clients.packets();
        wire.send(
                "40/custom,{\"__proto__\":{\"umpire\":1},\"constructor\":{\"prototype\":{\"umpire\":1}}}",
                "40{\"__proto__\":{\"umpire\":1}}");
        wire.next();
        wire.send(
                "42/custom,[\"message\",{\"__proto__\":{\"umpire\":1}},{\"constructor\":{\"prototype\":{\"umpire\":1}}}]");
        ClientSocket other = clients.socket("other");
        Echo.returnsJson(other, "[{},[],{'a':{}}]");
        Echo.expectSame(Json.parse("['auth',{}]"), other.received("auth").get(0).data());
    }
}
