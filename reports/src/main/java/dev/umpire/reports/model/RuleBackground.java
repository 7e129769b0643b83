package dev.umpire.reports.model;

import java.util.List;

/**
 * What is known of a rule before it is tried.
 *
 * @param id id of the rule
 * @param seenToFail defects under which it fails, as the build of Umpire proves
 * @param hasBitten bugs of real servers that it would have found
 */
public record RuleBackground(String id, List<Defect> seenToFail, List<Bug> hasBitten) {

    public RuleBackground {
        seenToFail = seenToFail == null ? List.of() : List.copyOf(seenToFail);
        hasBitten = hasBitten == null ? List.of() : List.copyOf(hasBitten);
    }

    /**
     * A defect that was built into the reference server, or put on its wire.
     *
     * @param saboteur its name, such as {@code SenderIncluded}
     * @param does what the server then does, in words that read after "the server"
     * @param reason what the rule says of that
     * @param besides why other rules fall as well, which do not name it; empty if none was seen to
     */
    public record Defect(String saboteur, String does, String reason, String besides) {
        public Defect {
            besides = besides == null ? "" : besides;
        }
    }

    /**
     * A bug of a real server.
     *
     * @param implementation the server
     * @param reference where it was reported or mended
     * @param symptom what its users saw
     */
    public record Bug(String implementation, String reference, String symptom) {}
}
