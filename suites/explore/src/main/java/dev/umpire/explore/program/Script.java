package dev.umpire.explore.program;

import dev.umpire.fixtures.history.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Programs as text, a step a line: {@code c1 emits io to red,@2 except blue payload large times 20 in /}. Lines between
 * {@code together} and {@code end} are one phase; {@code #} begins a remark.
 */
public final class Script {
    private Script() {}

    /** Writes a program. */
    public static String write(Program program) {
        StringBuilder text = new StringBuilder();
        for (List<Step> phase : program.phases()) {
            if (phase.size() == 1) {
                text.append(line(phase.get(0))).append('\n');
            } else {
                text.append("together\n");
                phase.forEach(step -> text.append("  ").append(line(step)).append('\n'));
                text.append("end\n");
            }
        }
        return text.toString();
    }

    /**
     * Reads a program.
     *
     * @throws IllegalArgumentException if a line is none of a script; the message names it
     */
    public static Program parse(String script) {
        List<List<Step>> phases = new ArrayList<>();
        List<Step> together = null;
        int number = 0;
        for (String raw : script.lines().toList()) {
            number++;
            String line = raw.replaceFirst("(^|\\s)#.*", "").strip();
            if (line.equals("together")) {
                together = new ArrayList<>();
            } else if (line.equals("end") && together != null) {
                phases.add(together);
                together = null;
            } else if (!line.isEmpty()) {
                Step step = new ScriptLine(line, number).step();
                if (together == null) {
                    phases.add(List.of(step));
                } else {
                    together.add(step);
                }
            }
        }
        if (together != null) {
            throw new IllegalArgumentException("the script lacks an \"end\" to its last \"together\"");
        }
        return new Program(phases);
    }

    private static String line(Step step) {
        return "c" + step.client() + ' ' + words(step);
    }

    private static String words(Step step) {
        if (step instanceof Step.Open open) {
            return "opens " + open.via().name().toLowerCase(Locale.ROOT);
        } else if (step instanceof Step.Enter enter) {
            return "enters " + enter.namespace();
        } else if (step instanceof Step.Knock knock) {
            return "knocks " + knock.namespace();
        } else if (step instanceof Step.Exit exit) {
            return "exits " + exit.namespace();
        } else if (step instanceof Step.Kick kick) {
            return "is-disconnected" + (kick.close() ? " closing" : "") + " in " + kick.namespace();
        } else if (step instanceof Step.Join join) {
            return "joins " + RoomNames.write(join.rooms()) + " in " + join.namespace();
        } else if (step instanceof Step.Leave leave) {
            return "leaves " + RoomNames.write(leave.rooms()) + " in " + leave.namespace();
        } else if (step instanceof Step.Emit emit) {
            return "emits " + scope(emit.scope()) + (emit.isVolatile() ? " volatile" : "") + payload(emit.payload())
                    + times(emit.times()) + " in " + emit.namespace();
        } else if (step instanceof Step.Ask ask) {
            return "asks " + scope(ask.scope()) + payload(ask.payload()) + " in " + ask.namespace();
        }
        return wireWords(step);
    }

    private static String wireWords(Step step) {
        if (step instanceof Step.Echo echo) {
            return "echoes" + (echo.acked() ? " acked" : "") + payload(echo.payload()) + times(echo.times()) + " in "
                    + echo.namespace();
        } else if (step instanceof Step.Upgrade upgrade) {
            return "upgrades" + (upgrade.meanwhile() == 0 ? "" : " meanwhile " + upgrade.meanwhile()) + " in "
                    + upgrade.namespace();
        } else if (step instanceof Step.Close) {
            return "closes";
        } else if (step instanceof Step.Stall) {
            return "stalls";
        } else if (step instanceof Step.Resume) {
            return "resumes";
        } else if (step instanceof Step.Cut cut) {
            return cut.reset() ? "is-reset" : "is-cut";
        }
        throw new IllegalStateException("a step without words: " + step);
    }

    private static String scope(Scope scope) {
        return scope.via().word()
                + (scope.to() == null ? "" : " to " + RoomNames.write(scope.to()))
                + (scope.except().isEmpty() ? "" : " except " + RoomNames.write(scope.except()));
    }

    private static String payload(Payload payload) {
        return payload == Payload.NONE ? "" : " payload " + payload.word();
    }

    private static String times(int times) {
        return times == 1 ? "" : " times " + times;
    }
}
