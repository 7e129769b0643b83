package dev.umpire.cli.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A JVM that counts on command, itself or in a child of its own, and then waits for its end. */
final class Burner implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;

    private Burner(Process process) {
        this.process = process;
        this.answers = process.inputReader();
    }

    static Burner start(boolean inAChild) throws IOException {
        Burner burner = new Burner(command(inAChild ? "child" : "self").start());
        burner.answers.readLine();
        return burner;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Returns when it has counted that far. */
    void count(long millions) throws IOException {
        process.getOutputStream().write((millions + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        answers.readLine();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static ProcessBuilder command(String mode) {
        return new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xint", // the same time for each number
                        "-cp",
                        System.getProperty("java.class.path"),
                        Burner.class.getName(),
                        mode))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    /** The JVM's own side. */
    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("child")) {
            command("self")
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .start()
                    .waitFor();
            return;
        }
        PrintStream out = System.out;
        out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            long millions = Long.parseLong(line);
            long state = 1;
            for (long number = 0; number < millions * 1_000_000; number++) {
                state = state * 6364136223846793005L + number;
            }
            out.println(state);
        }
    }
}
