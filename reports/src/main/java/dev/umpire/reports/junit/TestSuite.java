package dev.umpire.reports.junit;

import dev.umpire.reports.model.TargetInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One {@code testsuite} element: the rules of one suite on one target.
 *
 * @param target name of the target
 * @param name name of the suite
 * @param timestamp when the run began, ISO-8601
 * @param info the target as it was found, or null
 * @param cases its tests
 */
record TestSuite(
        String target,
        String name,
        String timestamp,
        @Nullable TargetInfo info,
        List<TestCase> cases) {

    TestSuite {
        cases = List.copyOf(cases);
    }

    /** What is shown; no two suites of a run share it. */
    String title() {
        return target + "." + name;
    }

    /**
     * The same for a test: Jenkins takes what stands before the last dot for a package, so there must be one dot only.
     */
    String className() {
        return target.replace('.', '_') + "." + name.replace('.', '_');
    }

    Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("target", target);
        if (info != null) {
            properties.put("url", info.url());
            properties.put("tier", info.tier());
            if (info.server() != null) {
                properties.put("server", info.server());
            }
        }
        return properties;
    }
}
