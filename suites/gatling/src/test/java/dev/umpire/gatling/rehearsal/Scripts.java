package dev.umpire.gatling.rehearsal;

/** Scripts that more than one test plays. */
public final class Scripts {
    private Scripts() {}

    /** Plays a script for the first connection, and has no time for those that follow. */
    public static Script once(Script script) {
        boolean[] played = {false};
        return peer -> {
            synchronized (played) {
                if (played[0]) {
                    peer.answer("503 Service Unavailable", "");
                    return;
                }
                played[0] = true;
            }
            script.play(peer);
        };
    }

    /** A session over polling in which the third poll brings this. */
    public static Script polling(String payload) {
        int[] polls = {0};
        return peer -> {
            synchronized (polls) {
                if (peer.posts()) {
                    peer.answer("200 OK", "ok");
                    return;
                }
                String[] answers = {Peer.OPEN, "40{\"sid\":\"s\"}", payload};
                peer.answer("200 OK", answers[Math.min(polls[0], answers.length - 1)]);
                polls[0]++;
            }
        };
    }
}
