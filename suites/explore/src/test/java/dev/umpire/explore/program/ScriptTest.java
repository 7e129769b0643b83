package dev.umpire.explore.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What is written can be read, by people and by {@link Script#parse}. */
class ScriptTest {
    private static final String ALL = """
            c1 opens polling
            c2 opens websocket
            together
              c1 enters /dynamic-1
              c2 knocks /guarded
            end
            c1 joins red,zo%C3%AB,a+b in /dynamic-1
            c1 leaves - in /dynamic-1
            c1 emits broadcast to red,@2 except blue volatile payload deep-bytes times 20 in /dynamic-1
            c1 emits io to - in /
            c1 asks socket to red payload text in /custom
            c1 echoes acked payload nested times 3 in /
            c1 upgrades meanwhile 2 in /
            c1 is-disconnected closing in /
            c1 is-disconnected in /
            c2 stalls
            c2 resumes
            c2 is-cut
            c2 is-reset
            c2 exits /
            c2 closes
            """;

    @Test
    void everyStepComesBackAsItWasWritten() {
        assertThat(Script.parse(ALL).toString()).isEqualTo(ALL);
    }

    @Test
    void remarksAndBlankLinesAreNoSteps() {
        assertThat(Script.parse("# a remark\n\nc1 closes # at last\n")).isEqualTo(Script.parse("c1 closes"));
    }

    @Test
    void whatIsNoScriptIsSaidWithItsLine() {
        assertThatThrownBy(() -> Script.parse("c1 closes\nc1 dances"))
                .hasMessage("line 2 of the script, \"c1 dances\": nobody can do \"dances\"");
        assertThatThrownBy(() -> Script.parse("nobody closes"))
                .hasMessageEndingWith("\"nobody\" is no client such as c1");
        assertThatThrownBy(() -> Script.parse("c1 joins red"))
                .hasMessageEndingWith("it does not say \"in\" which namespace");
        assertThatThrownBy(() -> Script.parse("c1 closes now")).hasMessageEndingWith("\"now\" is too much");
        assertThatThrownBy(() -> Script.parse("c1 emits io payload gold in /"))
                .hasMessageEndingWith("there is no payload \"gold\"");
        assertThatThrownBy(() -> Script.parse("together\nc1 closes"))
                .hasMessage("the script lacks an \"end\" to its last \"together\"");
    }
}
