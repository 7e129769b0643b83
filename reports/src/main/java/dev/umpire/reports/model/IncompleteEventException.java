package dev.umpire.reports.model;

/** A line is JSON and names an event, but lacks what that event must have. */
final class IncompleteEventException extends Exception {
    private static final long serialVersionUID = 1L;

    IncompleteEventException(String missing) {
        super("it lacks " + missing);
    }
}
