package dev.umpire.suites.rule;

import dev.umpire.fixtures.saboteur.Saboteur;
import dev.umpire.fixtures.wire.Via;
import java.util.List;
import java.util.Set;

/** The cases of a rule that is the same for all of them. */
public interface Grid {
    /** All cases, the same ones in the same order each time. */
    List<? extends Case> cases();

    /** Makes a grid. */
    static Grid of(Class<? extends Grid> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " needs a constructor without parameters", e);
        }
    }

    /** One case. */
    interface Case {
        /** Permanent name of the rule for this case; never reused. */
        String id();

        /** The rule in words; reads after "the server". */
        String says();

        /** What the target must declare for it. */
        Set<String> capabilities();

        /** How the target must be reachable for it. */
        Set<Via> transports();

        /** Defects under which it fails. */
        List<Class<? extends Saboteur>> sabotagedBy();
    }
}
