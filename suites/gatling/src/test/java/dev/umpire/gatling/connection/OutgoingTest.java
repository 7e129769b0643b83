package dev.umpire.gatling.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutgoingTest {
    private static final byte[] FIRST = {1};
    private static final byte[] SECOND = {2};

    record Point(int x, int y) {}

    @Test
    void writesWhateverIsJson() {
        Outgoing out =
                Outgoing.of(Arrays.asList("a\"é", 7, 1.5, true, null, List.of(1), Map.of("k", "v"), new Point(1, 2)));

        assertThat(out.json()).isEqualTo("[\"a\\\"é\",7,1.5,true,null,[1],{\"k\":\"v\"},{\"x\":1,\"y\":2}]");
        assertThat(out.attachments()).isEmpty();
    }

    @Test
    void putsPlaceholdersWhereBytesAre() {
        Map<String, Object> nested = new LinkedHashMap<>();
        nested.put("in", List.of(SECOND, 3));

        Outgoing out = Outgoing.of(List.of("event", FIRST, nested));

        assertThat(out.json())
                .isEqualTo("[\"event\",{\"_placeholder\":true,\"num\":0},"
                        + "{\"in\":[{\"_placeholder\":true,\"num\":1},3]}]");
        assertThat(out.attachments()).containsExactly(FIRST, SECOND);
    }

    @Test
    void writesNothingAsAnEmptyArray() {
        assertThat(Outgoing.of(List.of()).json()).isEqualTo("[]");
    }

    @Test
    void saysWhatCannotBeWritten() {
        Object odd = new Object() {
            @Override
            public String toString() {
                return "an odd thing";
            }
        };

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Outgoing.of(List.of(odd)))
                .withMessage("cannot be written as JSON: an odd thing");
    }
}
