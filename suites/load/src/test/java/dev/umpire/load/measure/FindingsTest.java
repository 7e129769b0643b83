package dev.umpire.load.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindingsTest {

    @Test
    void saysNothingAboutACleanRun() {
        Findings findings = new Findings(null);
        findings.count(0, "lost");

        assertThat(findings.sentence(100, 0, true, null)).isNull();
    }

    @Test
    void putsEverythingIntoOneSentence() {
        Findings findings = new Findings("the broadcaster's connection was lost");
        findings.count(3, "lost");
        findings.count(1, "duplicated");

        assertThat(findings.sentence(100, 2, true, "receiver 1 got broadcast 7 again"))
                .isEqualTo("the broadcaster's connection was lost; of 100 deliveries, warm-up included: 3 lost,"
                        + " 1 duplicated; 2 connections were lost; first: receiver 1 got broadcast 7 again");
    }
}
