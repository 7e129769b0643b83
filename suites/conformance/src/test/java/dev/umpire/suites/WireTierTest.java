package dev.umpire.suites;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.discovery.Discovery;
import dev.umpire.fixtures.discovery.Profile;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.packet.EnginePacket;
import dev.umpire.fixtures.packet.EnginePacket.Text;
import dev.umpire.fixtures.packet.MalformedPacketException;
import dev.umpire.fixtures.packet.SocketHeader;
import dev.umpire.fixtures.saboteur.PacketSaboteur;
import dev.umpire.fixtures.saboteur.SabotagedServer;
import dev.umpire.fixtures.target.TargetOptions;
import dev.umpire.fixtures.wire.Endpoint;
import dev.umpire.suites.rule.Catalogue;
import dev.umpire.suites.rule.ConformanceRun;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;

/** A server in production that offers no more than the wire is sent no event that its application could handle. */
class WireTierTest {

    @Test
    void sendsNoEventThatAnApplicationKnows() throws Exception {
        EventNames names = new EventNames();
        try (SabotagedServer server = SabotagedServer.start(names, TargetOptions.brisk())) {
            Profile found = Discovery.of(new Endpoint(server.url()));
            names.heard.clear();
            Profile wire = new Profile(
                    found.endpoint(), found.handshake(), found.timing(), Tier.WIRE, null, Set.of(), found.transports());

            ConformanceRun.run("wire", wire, Catalogue.load().rules(), result -> {});
        }

        assertThat(names.heard).isNotEmpty().allMatch(name -> name.startsWith(PacketWire.MARK));
    }

    /** Spoils nothing: notes the names of events that come in. */
    private static final class EventNames extends PacketSaboteur {
        private final Set<String> heard = new ConcurrentSkipListSet<>();

        @Override
        protected Meddler meddler() {
            return new Meddler() {
                @Override
                public List<EnginePacket> incoming(EnginePacket packet) {
                    eventName(packet).ifPresent(heard::add);
                    return List.of(packet);
                }
            };
        }

        /** The name of a well-formed event, which is all that a server may hand on. */
        private static Optional<String> eventName(EnginePacket packet) {
            if (!(packet instanceof Text text) || text.type() != EnginePacket.Type.MESSAGE) {
                return Optional.empty();
            }
            try {
                return Optional.of(SocketHeader.decode(text.data()))
                        .filter(socketPacket -> socketPacket.event()
                                && socketPacket.data() != null
                                && socketPacket.data().path(0).isTextual())
                        .map(socketPacket -> socketPacket.eventName());
            } catch (MalformedPacketException e) {
                return Optional.empty();
            }
        }
    }
}
