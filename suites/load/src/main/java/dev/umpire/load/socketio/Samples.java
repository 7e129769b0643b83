package dev.umpire.load.socketio;

import io.gatling.commons.stats.Status;
import io.gatling.core.CoreComponents;
import io.gatling.core.session.Session;
import io.gatling.core.stats.StatsEngine;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.collection.immutable.List;
import scala.collection.immutable.Nil$;

/** Records samples in Gatling's own statistics, whose unit is the millisecond; safe to call from any thread. */
public final class Samples {
    private static final Status OK = Status.apply("OK");
    private static final Status KO = Status.apply("KO");

    private final StatsEngine stats;
    private final String scenario;

    private Samples(StatsEngine stats, String scenario) {
        this.stats = stats;
        this.scenario = scenario;
    }

    /** Samples of the scenario that a virtual user runs. */
    public static Samples of(CoreComponents gatling, Session session) {
        return new Samples(gatling.statsEngine(), session.scenario());
    }

    /** Something succeeded now that took some milliseconds. */
    public void ok(String name, long millis) {
        log(name, millis, OK, null);
    }

    /** Something failed now that took some milliseconds; messages without numbers are grouped in Gatling's report. */
    public void ko(String name, long millis, String message) {
        log(name, millis, KO, message);
    }

    @SuppressWarnings("unchecked") // Nil is a list of anything
    private void log(String name, long millis, Status status, @Nullable String message) {
        long now = System.currentTimeMillis();
        List<String> noGroups = (List<String>) (List<?>) Nil$.MODULE$;
        stats.logResponse(scenario, noGroups, name, now - millis, now, status, Option.empty(), Option.apply(message));
    }
}
