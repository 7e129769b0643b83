package dev.umpire.server.engineio;

/** A GET that waits for packets. Exactly one of the two methods is called, once, from any thread. */
public interface PollExchange {

    /** Answers with a payload. */
    void complete(byte[] payload);

    /** Answers with an error. */
    void refuse(EngineError error);
}
