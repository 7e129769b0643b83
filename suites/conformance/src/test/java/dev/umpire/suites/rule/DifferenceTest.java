package dev.umpire.suites.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.umpire.fixtures.client.Json;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void isFoundInsideArraysAndObjects() {
        JsonNode expected = Json.parse("['name',{'a':1,'b':[true,'left']}]");
        JsonNode observed = Json.parse("['name',{'b':[true,'right'],'a':1.0}]");

        assertThat(Difference.of(expected, observed)).isEqualTo(new Difference("/1/b/1", "\"left\"", "\"right\""));
    }

    @Test
    void isTheArrayWhereItsLengthDiffers() {
        assertThat(Difference.of(Json.parse("[[1,2]]"), Json.parse("[[1]]")))
                .isEqualTo(new Difference("/0", "[1,2]", "[1]"));
    }

    @Test
    void tellsBytesByNumberAndPlace() {
        JsonNode expected = Json.array().add(new byte[] {1, 2, 3});
        JsonNode observed = Json.array().add(new byte[] {1, (byte) 0xef});

        assertThat(Difference.of(expected, observed))
                .isEqualTo(new Difference("/0", "3 bytes with 0x02 at 1", "2 bytes with 0xef at 1"));
    }

    @Test
    void showsOnlyTheNeighbourhoodInLongText() {
        JsonNode expected = Json.of("x".repeat(100) + "one" + "x".repeat(100));
        JsonNode observed = Json.of("x".repeat(100) + "two" + "x".repeat(100));

        assertThat(Difference.of(expected, observed).expected())
                .isEqualTo("…" + "x".repeat(40) + "one" + "x".repeat(37) + "…");
    }
}
