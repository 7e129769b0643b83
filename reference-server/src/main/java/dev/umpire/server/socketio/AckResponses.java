package dev.umpire.server.socketio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answers to an emit to many (Socket.IO documentation, "Broadcasting events").
 *
 * @param timedOut whether the time was over before all had answered
 * @param responses for each client that answered, its arguments, in the order of arrival
 */
public record AckResponses(boolean timedOut, List<List<@Nullable Object>> responses) {}
