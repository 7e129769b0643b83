package dev.umpire.reports.court;

/**
 * With whom the live page plays.
 *
 * @param target origin of the server that its clients connect to, such as {@code http://localhost:3000}; empty for the
 *     one that serves the page
 * @param path of Socket.IO on that server, such as {@code /socket.io/}
 * @param client address of the official client's script, as seen from the page
 * @param clientVersion its version; empty if the script is not there
 */
public record LiveCourt(String target, String path, String client, String clientVersion) {

    /** Where a page with this policy may connect to. */
    String connections() {
        // WebSockets of the same origin are 'self' too; those of another one have a scheme of their own.
        return target.isEmpty() ? "'self'" : target + " " + target.replaceFirst("^http", "ws");
    }
}
