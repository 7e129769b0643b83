package dev.umpire.gatling.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacketScanTest {
    private final PacketScan scan = new PacketScan();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // packet | namespace | attachments | id | data
                "2[\"a\"]               | /          | 0 | -1 | [\"a\"]",
                "212[\"a\"]             | /          | 0 | 12 | [\"a\"]",
                "20[\"a\"]              | /          | 0 | 0  | [\"a\"]",
                "2/chat,[\"a,b\"]       | /chat      | 0 | -1 | [\"a,b\"]",
                "2/chat,7[\"a\"]        | /chat      | 0 | 7  | [\"a\"]",
                "2/c?x=1,7[\"/a,\"]     | /c?x=1     | 0 | 7  | [\"/a,\"]",
                "51-[\"a\",{}]          | /          | 1 | -1 | [\"a\",{}]",
                "512-/chat,7[\"a\"]     | /chat      | 12| 7  | [\"a\"]",
                "62-3[{}]               | /          | 2 | 3  | [{}]",
                "3/chat,1[]             | /chat      | 0 | 1  | []",
                "0                      | /          | 0 | -1 | ''",
                "0{\"sid\":\"x\"}       | /          | 0 | -1 | {\"sid\":\"x\"}",
                "0/chat,{\"sid\":\"x\"} | /chat      | 0 | -1 | {\"sid\":\"x\"}",
                "1                      | /          | 0 | -1 | ''",
                "1/chat                 | /chat      | 0 | -1 | ''",
                "1/chat,                | /chat      | 0 | -1 | ''",
                "4/é,{}                 | /é         | 0 | -1 | {}",
                "5                      | /          | 0 | -1 | ''",
                "5-[]                   | /          | 0 | -1 | []",
                "3                      | /          | 0 | -1 | ''"
            })
    void findsTheParts(String packet, String namespace, int attachments, long id, String data) {
        // given a packet in the midst of other bytes
        byte[] bytes = ("4" + packet + "]9").getBytes(StandardCharsets.UTF_8);

        scan.scan(bytes, 1, bytes.length - 2);

        assertThat(scan.namespace()).isEqualTo(namespace);
        assertThat(scan.attachments()).isEqualTo(attachments);
        assertThat(scan.id()).isEqualTo(id);
        assertThat(new String(bytes, scan.data(), bytes.length - 2 - scan.data(), StandardCharsets.UTF_8))
                .isEqualTo(data);
    }

    @Test
    void forgetsThePacketBefore() {
        scanned("512-/chat,7[]");
        scanned("2[]");

        assertThat(scan.namespace()).isEqualTo("/");
        assertThat(scan.attachments()).isZero();
        assertThat(scan.id()).isEqualTo(PacketScan.NO_ID);
    }

    @Test
    void survivesNumbersBeyondAllBounds() {
        scanned("5" + "9".repeat(18) + "-[]");
        assertThat(scan.attachments()).isEqualTo(Integer.MAX_VALUE);

        scanned("2" + "9".repeat(40) + "[]");
        assertThat(scan.id()).isEqualTo(999_999_999_999_999_999L);
    }

    private void scanned(String packet) {
        byte[] bytes = packet.getBytes(StandardCharsets.UTF_8);
        scan.scan(bytes, 0, bytes.length);
    }
}
