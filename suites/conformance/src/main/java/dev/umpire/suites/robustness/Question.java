package dev.umpire.suites.robustness;

import dev.umpire.suites.rule.Clients;

/**
 * A packet that every Socket.IO server has to answer, whatever app it serves: CONNECT to a namespace that nobody else
 * asks for (Socket.IO v5, "Connection to a namespace": the answer is CONNECT or CONNECT_ERROR). An answer proves that
 * the connection lives and that what was sent was understood.
 *
 * @param namespace the namespace it asks for
 */
public record Question(String namespace) {

    /** The n-th question of a session; the name tells it from those of other rules. */
    public static Question of(Clients clients, int number) {
        return new Question("/" + clients.room("question" + number));
    }

    /** The packet, encoded. */
    public String packet() {
        return "40" + namespace + ",";
    }

    /** The packet with a text in its payload, encoded; the text is put into JSON as it is. */
    public String packetWith(String text) {
        return packet() + "{\"text\":\"" + text + "\"}";
    }

    /** The packet without the comma at its end, so that the namespace's name goes on with more text. */
    public String packetUpToName(String more) {
        return "40" + namespace + more;
    }

    /** Whether a message is the answer, be it a refusal. */
    public boolean answeredBy(String message) {
        return message.startsWith("40" + namespace) || message.startsWith("44" + namespace);
    }

    /** Whether a message is the answer to CONNECT to the main namespace, be it a refusal. */
    public static boolean answersMain(String message) {
        return message.startsWith("40{") || message.startsWith("44{") || message.equals("44");
    }
}
