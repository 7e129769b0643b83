package dev.umpire.suites.engineio;

import dev.umpire.fixtures.judgement.Violation;
import java.util.function.Supplier;

/** Says of a step that fails what the rule wanted of it, where the step itself can only say what did not come. */
final class Wanted {
    private Wanted() {}

    /** Takes a step; a violation keeps what was observed and says what was wanted in the rule's own words. */
    static <T> T that(String wanted, Supplier<T> step) {
        try {
            return step.get();
        } catch (Violation e) {
            throw new Violation(wanted, e.observed());
        }
    }

    /** The same for a step without a result. */
    static void that(String wanted, Runnable step) {
        that(wanted, () -> {
            step.run();
            return true;
        });
    }
}
