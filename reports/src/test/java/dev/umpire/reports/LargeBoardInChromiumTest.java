package dev.umpire.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.umpire.fixtures.browser.InChromium;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eight servers and 1,120 rules: a browser does not lag. */
class LargeBoardInChromiumTest extends InChromium {
    private static Path board;

    @BeforeAll
    static void write(@TempDir Path folder) throws IOException {
        board = Reports.write(ManyServers.write(folder, 1)).index();
    }

    @Test
    void opensFromAFileAndAsksNobody() {
        // when
        Page page = chromium.open(board, "");
        page.locator(".worst a").first().click();
        page.locator(".detail .evidence:not([hidden]) .reason").waitFor();

        // then
        assertThat(page.locator("tr.rule").count()).isEqualTo(ManyServers.RULES);
        assertThat(page.locator("td[class^=v-] > a").count()).isEqualTo(ManyServers.RULES * ManyServers.NAMES.size());
        assertThat(chromium.requests()).containsExactly(board.toUri().toString());
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void filteringNineThousandCellsCostsNoMoreThanShowingThem() {
        // given
        Page page = chromium.open(board, "");
        page.locator("#fold").click();

        // when
        Object ratio = page.evaluate("""
                () => {
                  const board = document.querySelector('table.board');
                  const search = document.querySelector('#search');
                  const median = (job) => {
                    const times = [];
                    for (let i = 0; i < 9; i++) {
                      const began = performance.now();
                      job(i);
                      document.body.offsetHeight;
                      times.push(performance.now() - began);
                    }
                    return times.sort((a, b) => a - b)[4];
                  };
                  for (const group of board.querySelectorAll('tr.group button')) group.click();
                  const show = median(() => {
                    board.style.display = 'none';
                    document.body.offsetHeight;
                    board.style.display = '';
                  });
                  const filter = median((i) => {
                    search.value = ['s', 'closes', '', 'ws', 'room', '', 'x', 'ping', 'a'][i];
                    search.dispatchEvent(new InputEvent('input', { bubbles: true }));
                  });
                  console.debug(`show ${show} ms, filter ${filter} ms`);
                  return filter / show;
                }""");

        // then
        assertThat(((Number) ratio).doubleValue())
                .as("a filter, as a multiple of laying out the whole board; " + chromium.complaints())
                .isLessThan(3);
    }
}
