package dev.umpire.reports.merge;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * What became of one stream's events, as all injectors together saw it.
 *
 * @param broadcasts events that were measured
 * @param expected deliveries that had to come of these
 * @param missed how many of these never came
 * @param owed deliveries that had to come of all events, the warm-up included
 * @param lost how many of the owed ones never came
 * @param surplus deliveries beyond: to more clients than there are, or of events that were not emitted
 * @param fanOuts times in microseconds from when a measured event was due until the last client of all had it; of
 *     events that every client got
 */
record StreamSum(long broadcasts, long expected, long missed, long owed, long lost, long surplus, Histogram fanOuts) {
    private static final int DIGITS = 3;

    /** The sum of what each injector says of the stream, one of which emits it. */
    static StreamSum of(StreamShare emitter, List<StreamShare> shares) {
        long most = shares.stream().mapToLong(StreamShare::emitted).max().orElse(emitter.emitted());
        int[] clients = new int[Math.toIntExact(most)];
        shares.forEach(share -> Stretch.add(share.arrived(), clients));
        long missed = 0;
        long lost = 0;
        long surplus = 0;
        for (int number = 0; number < clients.length; number++) {
            int wanted = number < emitter.emitted() ? emitter.audience() : 0;
            int missing = Math.max(0, wanted - clients[number]);
            lost += missing;
            missed += number < emitter.warmUp() ? 0 : missing;
            surplus += Math.max(0, clients[number] - wanted);
        }
        long broadcasts = Math.max(0, emitter.emitted() - emitter.warmUp());
        return new StreamSum(
                broadcasts,
                broadcasts * emitter.audience(),
                missed,
                emitter.emitted() * emitter.audience(),
                lost,
                surplus,
                fanOuts(emitter, shares, clients));
    }

    private static Histogram fanOuts(StreamShare emitter, List<StreamShare> shares, int[] clients) {
        int[] last = new int[clients.length];
        for (StreamShare share : shares) {
            int[] micros = Completions.decoded(share.completions(), clients.length);
            for (int number = 0; number < last.length; number++) {
                last[number] = Math.max(last[number], micros[number]);
            }
        }
        Histogram fanOuts = new Histogram(DIGITS);
        for (int number = (int) emitter.warmUp(); number < emitter.emitted(); number++) {
            if (clients[number] == emitter.audience() && last[number] != Completions.NONE) {
                fanOuts.recordValue(last[number] - 1L);
            }
        }
        return fanOuts;
    }
}
