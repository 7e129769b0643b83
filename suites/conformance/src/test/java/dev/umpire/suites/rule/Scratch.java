package dev.umpire.suites.rule;

import dev.umpire.fixtures.discovery.Discovery;
import dev.umpire.fixtures.discovery.Profile;
import dev.umpire.fixtures.wire.Endpoint;
import java.net.URI;

/** Scratch. */
public final class Scratch {
    private Scratch() {}

    /** Scratch: URL [id substring]. */
    public static void main(String[] args) throws Exception {
        Profile profile = Discovery.of(new Endpoint(URI.create(args[0])));
        System.out.println(
                profile.tier() + " " + profile.server() + " " + profile.capabilities() + profile.transports());
        String filter = args.length > 1 ? args[1] : "";
        ConformanceRun.run(
                "t",
                profile,
                Catalogue.load().rules().stream()
                        .filter(r -> r.id().contains(filter))
                        .toList(),
                r -> {
                    System.out.println(r.verdict() + " " + r.id() + " " + r.millis() + " ms "
                            + (r.reason() == null ? "" : r.reason()));
                    if (args.length > 2) {
                        r.transcript()
                                .forEach(t -> System.out.println("   " + t.micros() / 1000 + " " + t.connection() + " "
                                        + t.direction() + " " + t.kind() + " " + t.content() + " | " + t.meaning()));
                        System.out.println(r.reproducer());
                    }
                });
        System.exit(0);
    }
}
