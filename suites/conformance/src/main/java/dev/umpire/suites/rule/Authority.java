package dev.umpire.suites.rule;

/** Who says so. */
public enum Authority {
    /** A sentence of the Engine.IO or Socket.IO protocol. */
    SPECIFICATION,
    /** A sentence of the WebSocket protocol. */
    RFC6455,
    /** A sentence of the WebSocket compression extensions. */
    RFC7692,
    /** A sentence of HTTP semantics. */
    RFC9110,
    /** A promise of Socket.IO's documentation: emit cheat sheet, rooms, namespaces, delivery guarantees. */
    DOCUMENTATION,
    /** What Node's socket.io does where nothing is written. */
    REFERENCE_IMPLEMENTATION,
    /** What the protocols' own test suites demand. */
    OFFICIAL_TESTS
}
