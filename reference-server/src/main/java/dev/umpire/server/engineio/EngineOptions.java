package dev.umpire.server.engineio;

import java.time.Duration;

/**
 * The settings of an Engine.IO server.
 *
 * @param pingInterval from one ping to the next
 * @param pingTimeout how long a pong may take
 * @param upgradeTimeout how long an upgrade may take from the WebSocket handshake to the upgrade packet
 * @param maxPayload the largest message or polling payload that is accepted, in bytes
 * @param maxSessions how many sessions may be open at a time
 * @param maxBuffered how many bytes may wait for one client; with more, its session is closed
 * @param allowEio3 whether clients that speak Engine.IO v3 are served
 */
public record EngineOptions(
        Duration pingInterval,
        Duration pingTimeout,
        Duration upgradeTimeout,
        int maxSessions,
        int maxPayload,
        int maxBuffered,
        boolean allowEio3) {

    /** The payload of the open packet (Engine.IO v4, "Handshake"). */
    String openPacket(String sid, boolean upgradable) {
        return "{\"sid\":\"" + sid + "\",\"upgrades\":" + (upgradable ? "[\"websocket\"]" : "[]")
                + ",\"pingInterval\":" + pingInterval.toMillis()
                + ",\"pingTimeout\":" + pingTimeout.toMillis()
                + ",\"maxPayload\":" + maxPayload + "}";
    }
}
