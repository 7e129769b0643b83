package dev.umpire.reports.merge;

import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive events that reached the same number of clients.
 *
 * @param events how many events
 * @param clients how many clients got each of them, each counted once
 */
public record Stretch(long events, int clients) {
    /** Checks that it can be. */
    public Stretch {
        if (events < 1 || clients < 0) {
            throw new IllegalArgumentException(events + " events cannot have reached " + clients + " clients each");
        }
    }

    /** The stretches of events that reached so many clients. */
    public static List<Stretch> of(int[] clients) {
        List<Stretch> stretches = new ArrayList<>();
        int from = 0;
        for (int at = 1; at <= clients.length; at++) {
            if (at == clients.length || clients[at] != clients[from]) {
                stretches.add(new Stretch(at - from, clients[from]));
                from = at;
            }
        }
        return List.copyOf(stretches);
    }

    /** Adds what the stretches say to a number for each event; those that there is no number for are left out. */
    static void add(List<Stretch> stretches, int[] clients) {
        long at = 0;
        for (Stretch stretch : stretches) {
            long end = Math.min(clients.length, at + stretch.events());
            for (long event = at; event < end; event++) {
                clients[(int) event] += stretch.clients();
            }
            at += stretch.events();
        }
    }
}
