package dev.umpire.suites.engineio;

import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Clients;

/** A session of somebody else, opened before the trouble, that must go on afterwards. */
final class Bystander {
    private final PacketWire wire;

    Bystander(Clients clients) {
        this.wire = clients.packets(clients.profile().offers(Via.WEBSOCKET) ? Via.WEBSOCKET : Via.POLLING);
        wire.send("40");
    }

    /** Insists that the session still works. */
    void expectUnharmed() {
        try {
            wire.send(Home.fence());
            SocketPacket answer = wire.next();
            while (!Home.answersFence(answer)) {
                answer = wire.next();
            }
        } catch (Violation e) {
            throw new Violation("the session of a bystander to go on", e.observed());
        }
    }
}
