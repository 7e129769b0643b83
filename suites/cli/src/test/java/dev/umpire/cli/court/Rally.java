package dev.umpire.cli.court;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** The page as a person handles it. */
record Rally(Page page) {
    Rally everyoneIsHere() {
        says("Everyone is here. Press a button: whom does the ball reach?");
        return this;
    }

    Locator player(String name) {
        return page.locator(".player[data-name=" + name + "]");
    }

    Rally asker(String name) {
        player(name).locator("[name=asker]").check(new Locator.CheckOptions().setForce(true));
        return this;
    }

    Rally room(String name, String room) {
        Locator chip = player(name).locator("[data-room=" + room + "]");
        chip.click();
        assertThat(chip).hasAttribute("aria-pressed", "true");
        return this;
    }

    Rally choose(String name, String what, String value) {
        player(name).locator("[name=" + what + "]").selectOption(value);
        return this;
    }

    Rally stateOf(String name, String state) {
        assertThat(player(name)).hasAttribute("data-state", state);
        return this;
    }

    Rally transportOf(String name, String transport) {
        assertThat(player(name)).hasAttribute("data-transport", transport);
        return this;
    }

    Rally wish(String name) {
        page.locator("[data-wish=" + name + "]").click();
        return this;
    }

    Rally press(String call) {
        page.locator("[data-call=" + call + "]").click();
        return this;
    }

    /** Waits for the sentence that says who received what. */
    Rally says(String sentence) {
        assertThat(page.locator("#verdict")).hasText(sentence);
        return this;
    }

    /** Who is shown in a state: got, dark, stray, missing, away. */
    List<String> shown(String state) {
        return page.locator(".player[data-ball=" + state + "] h3").allTextContents();
    }

    /** The bytes of the packets that a client's part of the wire shows, as they went. */
    List<String> packets(String name, String direction) {
        return page.locator(".row." + direction + "[data-client=" + name + "] .packet summary code")
                .allTextContents();
    }
}
