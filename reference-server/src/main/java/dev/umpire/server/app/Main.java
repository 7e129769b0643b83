package dev.umpire.server.app;

import picocli.CommandLine;

/** Runs {@code serve}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new ServeCommand()).execute(args));
    }
}
