package dev.umpire.suites.robustness;

import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.saboteur.robustness.AttachmentsForgotten;
import dev.umpire.fixtures.saboteur.robustness.AttachmentsUnlimited;
import dev.umpire.fixtures.saboteur.robustness.BadAttachmentCountsIgnored;
import dev.umpire.fixtures.saboteur.robustness.NoAttachmentsAwaited;
import dev.umpire.fixtures.saboteur.robustness.PlaceholderNumbersUnread;
import dev.umpire.fixtures.saboteur.robustness.UndueBinaryIgnored;
import dev.umpire.fixtures.saboteur.robustness.UndueBinaryIgnoredInPosts;
import dev.umpire.fixtures.saboteur.websocket.EmptyBinaryDropped;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Harsh;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Patient;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;

/**
 * Socket.IO v5, "Format": a binary packet says how many attachments follow it, and its payload says where each belongs.
 * What does not fit ends the connection; nothing is reserved for what was only announced.
 */
@Harsh
@PartOf(Suite.MALFORMED_INPUT)
@Section(spec = Spec.SOCKET_IO_V5, anchor = "format")
@Needs(transports = Via.WEBSOCKET)
class AttachmentRules {
    private static final byte[] BYTES = {1, 2, 3};

    @Should(
            id = "BAD-BINARY-COUNT",
            says = "closes the connection on which the number of attachments is missing or no natural number",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = BadAttachmentCountsIgnored.class)
    void closesOnCountsThatAreNoNumbers(Clients clients) {
        new Offence(clients)
                .closesOn(
                        "45[\"~x\"]",
                        "45x-[\"~x\"]",
                        "451[\"~x\"]",
                        "45-1-[\"~x\"]",
                        "451.5-[\"~x\"]",
                        "451",
                        "45",
                        "46x-1[]");
    }

    @Should(
            id = "BAD-BINARY-COUNT-HUGE",
            says = "closes the connection on which more attachments are announced than anyone sends",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = AttachmentsUnlimited.class,
            seenIn = {"BI-07", "BI-09"})
    void closesOnHugeCounts(Clients clients) {
        new Offence(clients)
                .closesOn(
                        "452147483647-[\"~x\"]",
                        "454294967296-[\"~x\"]",
                        "45" + "9".repeat(30) + "-[\"~x\"]",
                        "462147483647-1[]");
    }

    @Should(
            id = "BAD-BINARY-UNDUE",
            says = "closes the connection on which an attachment arrives that was not announced",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = {UndueBinaryIgnored.class, EmptyBinaryDropped.class},
            seenIn = {"BI-11", "WF-06", "RB-04"})
    void closesOnUndueBinary(Clients clients) {
        Offence offence = new Offence(clients);
        offence.closes(Via.WEBSOCKET, "bytes", session -> session.engine().send(BYTES));
        offence.closes(Via.WEBSOCKET, "no bytes", session -> session.engine().send(new byte[0]));
    }

    @Should(
            id = "BAD-BINARY-UNDUE-POLLING",
            says = "closes the session to which an attachment is posted that was not announced",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = UndueBinaryIgnoredInPosts.class,
            seenIn = "RB-04")
    @Needs(transports = Via.POLLING)
    void closesOnUndueBinaryPosted(Clients clients) {
        new Offence(clients).closes(Via.POLLING, "bAQID", session -> session.send("bAQID"));
    }

    @Should(
            id = "BAD-BINARY-TEXT-INSTEAD",
            says = "closes the connection on which text arrives in the place of an attachment",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = AttachmentsForgotten.class,
            seenIn = "BI-11")
    void closesOnTextInsteadOfAnAttachment(Clients clients) {
        new Offence(clients)
                .closes(
                        Via.WEBSOCKET,
                        "text instead of an attachment",
                        session -> session.send("451-[\"~x\",{\"_placeholder\":true,\"num\":0}]", "42[\"~x\"]"));
    }

    @Should(
            id = "BAD-BINARY-PLACEHOLDER",
            says = "closes the connection on which a placeholder names no attachment",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = PlaceholderNumbersUnread.class,
            seenIn = {"BI-06", "BI-11"})
    void closesOnPlaceholdersOfNothing(Clients clients) {
        Offence offence = new Offence(clients);
        for (String num : new String[] {"1", "-1", "\"splice\"", "\"0\"", "null", "1e9", "{}"}) {
            offence.closes(Via.WEBSOCKET, "a placeholder with num " + num, session -> {
                session.send("451-[\"~x\",{\"_placeholder\":true,\"num\":" + num + "}]");
                session.engine().send(BYTES);
            });
        }
    }

    // socket.io-parser up to 4.2.6 handed such a packet on and went on waiting for an attachment, so that the next
    // packet, although valid, closed the connection
    @Patient
    @Should(
            id = "BAD-BINARY-NONE",
            says = "treats a binary packet with no attachments as complete or as malformed, at once",
            authority = Authority.SPECIFICATION,
            sabotagedBy = NoAttachmentsAwaited.class,
            seenIn = "BI-08")
    void finishesWithNoAttachments(Clients clients) {
        LiveSession session = LiveSession.open(clients);
        session.send("450-[\"" + clients.event("none") + "\"]");
        // only a wait tells an end at this packet from one at the next
        if (session.engine().ending(clients.timing().await().dividedBy(4)).isPresent()) {
            return;
        }
        try {
            session.expectAnswer();
        } catch (Violation e) {
            throw new Violation("the end of the session at 450-[…], or an answer to the next packet", e.observed());
        }
    }
}
