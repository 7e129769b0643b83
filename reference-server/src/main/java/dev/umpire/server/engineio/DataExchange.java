package dev.umpire.server.engineio;

/**
 * A POST, from its head on (Engine.IO v4, "Sending data"). Exactly one of the two methods is called, once, from any
 * thread.
 */
public interface DataExchange {

    /** Answers that the packets were taken. */
    void complete();

    /** Answers with an error, whether or not the body has arrived. */
    void refuse(EngineError error);
}
