package dev.umpire.gatling.step;

import io.gatling.commons.stats.Status;
import io.gatling.core.CoreComponents;
import io.gatling.core.session.Session;
import io.gatling.core.stats.StatsEngine;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.collection.immutable.List;

/** Records samples in Gatling's own statistics, whose unit is the millisecond; safe to call from any thread. */
public final class Samples {
    private static final Status OK = Status.apply("OK");
    private static final Status KO = Status.apply("KO");

    private final StatsEngine stats;
    private final String scenario;
    private final List<String> groups;

    private Samples(StatsEngine stats, String scenario, List<String> groups) {
        this.stats = stats;
        this.scenario = scenario;
        this.groups = groups;
    }

    /** Samples of a virtual user, in its scenario and its groups. */
    static Samples of(CoreComponents gatling, Session session) {
        return new Samples(gatling.statsEngine(), session.scenario(), session.groups());
    }

    /** Something succeeded now that took some milliseconds. */
    public void ok(String name, long millis) {
        log(name, millis, OK, null);
    }

    /** Something failed now that took some milliseconds; messages without numbers are grouped in Gatling's report. */
    public void ko(String name, long millis, String message) {
        log(name, millis, KO, message);
    }

    private void log(String name, long millis, Status status, @Nullable String message) {
        long now = System.currentTimeMillis();
        stats.logResponse(scenario, groups, name, now - millis, now, status, Option.empty(), Option.apply(message));
    }
}
