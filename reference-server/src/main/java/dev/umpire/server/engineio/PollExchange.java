package dev.umpire.server.engineio;

import dev.umpire.server.engineio.packet.PayloadFormat;

/**
 * A GET that waits for packets (Engine.IO v4, "Receiving data"). Exactly one of the two methods is called, once, from
 * any thread.
 */
public interface PollExchange {

    /** Answers with a payload. */
    void complete(PayloadFormat.Body payload);

    /** Answers with an error. */
    void refuse(EngineError error);
}
