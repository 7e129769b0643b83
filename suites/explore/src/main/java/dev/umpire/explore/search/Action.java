package dev.umpire.explore.search;

/** Kinds of steps, with how often they are worth doing if a program has no habit. */
enum Action {
    JOIN(6, "rooms"),
    LEAVE(4, "rooms"),
    EMIT(20, ""),
    VOLATILE(5, "volatile"),
    ASK(6, "broadcast-ack"),
    ECHO(5, ""),
    UPGRADE(3, ""),
    ENTER(3, ""),
    EXIT(2, ""),
    KICK(1, ""),
    CLOSE(1, ""),
    OPEN(2, ""),
    STALL(1, ""),
    CUT(2, "");

    private final int weight;
    private final String capability;

    Action(int weight, String capability) {
        this.weight = weight;
        this.capability = capability;
    }

    int weight() {
        return weight;
    }

    boolean offered(Offer offer) {
        return (capability.isEmpty() || offer.has(capability)) && (this != CUT || offer.cuts());
    }
}
