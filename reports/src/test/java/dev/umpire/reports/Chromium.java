package dev.umpire.reports;

import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The machine's own Chromium, without a window; nothing is downloaded. Confined to one thread. */
final class Chromium implements AutoCloseable {
    private static final double PATIENCE_MILLIS = 20_000;
    private static final String VARIABLE = "CHROMIUM";
    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/snap/bin/chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");

    private final Playwright playwright;
    private final Browser browser;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    /** Starts it; aborts the test, and says why, where there is none. */
    static Chromium start() {
        String named = System.getenv(VARIABLE);
        List<String> places = named == null ? PLACES : List.of(named);
        Optional<Path> executable =
                places.stream().map(Path::of).filter(Files::isExecutable).findFirst();
        if (executable.isEmpty()) {
            String reason = "SKIPPED: the report is not tried in a browser, since there is no Chromium at " + places
                    + ". Install it (apt-get install chromium), or name it in the variable " + VARIABLE + ".";
            System.out.println(reason);
            abort(reason);
        }
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        return new Chromium(executable.orElseThrow());
    }

    /** Opens a page of its own, in a fresh profile. */
    Page open(Path file, String hash, int width, int height, ColorScheme scheme) {
        return open(
                file,
                hash,
                new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(scheme));
    }

    private Page open(Path file, String hash, Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        contexts.add(context);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        Page page = context.newPage();
        page.onRequest(request -> requests.add(request.url()));
        page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
        page.onPageError(complaints::add);
        page.navigate(file.toUri() + hash);
        return page;
    }

    /** Opens a page as a browser does that runs no scripts. */
    Page openWithoutScripts(Path file) {
        return open(file, "", new Browser.NewContextOptions().setJavaScriptEnabled(false));
    }

    Page open(Path file, String hash) {
        return open(file, hash, 1280, 900, ColorScheme.LIGHT);
    }

    /** Addresses that any page asked for, the page's own file included. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** What the console said and what scripts threw. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Closes the pages, not the browser. */
    void closePages() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        requests.clear();
        complaints.clear();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
