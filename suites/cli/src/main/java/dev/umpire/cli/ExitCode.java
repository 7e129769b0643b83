package dev.umpire.cli;

/** What the command tells the shell. */
public final class ExitCode {
    /** Every target conforms. */
    public static final int CONFORMANT = 0;
    /** At least one target broke a MUST, or what was compared does not agree. */
    public static final int NOT_CONFORMANT = 1;
    /** The command line was wrong; nothing was started. */
    public static final int USAGE = 2;
    /** The harness could not run, or could not tell. */
    public static final int COULD_NOT_RUN = 3;

    private ExitCode() {}
}
