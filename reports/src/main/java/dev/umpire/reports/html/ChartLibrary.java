package dev.umpire.reports.html;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Chart.js, the library that draws the charts, as its makers deliver it. */
final class ChartLibrary {
    private static final String VERSION = "/META-INF/maven/org.webjars.npm/chart.js/pom.properties";
    private static final String SCRIPT = "/META-INF/resources/webjars/chart.js/%s/dist/chart.umd.min.js";

    private ChartLibrary() {}

    /** The script, without its last line, which would have a browser's tools look for its sources. */
    static String script() throws IOException {
        Properties version = new Properties();
        try (InputStream in = open(VERSION)) {
            version.load(in);
        }
        try (InputStream in = open(SCRIPT.formatted(version.getProperty("version")))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceFirst("//# sourceMappingURL=\\S*\\s*$", "");
        }
    }

    private static InputStream open(String name) {
        InputStream in = ChartLibrary.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException(
                    "the resource " + name + " is missing: is the library chart.js on the class path?");
        }
        return in;
    }
}
