package dev.umpire.gatling.step;

import io.gatling.core.CoreComponents;
import io.gatling.core.config.GatlingConfiguration;
import io.gatling.core.protocol.Protocol;
import io.gatling.core.protocol.ProtocolComponents;
import io.gatling.core.protocol.ProtocolKey;
import io.gatling.core.session.Session;
import io.gatling.core.structure.ScenarioContext;
import scala.Function1;
import scala.runtime.BoxedUnit;

/** Closes the client of a virtual user whose scenario ends, as a browser does with that of a page that is left. */
final class Departures implements ProtocolKey<Departures.Nothing, Departures.Watch> {
    private static final Departures KEY = new Departures();

    private Departures() {}

    /** There is nothing to configure. */
    static final class Nothing implements Protocol {}

    /** Hears of every virtual user of a scenario. */
    static final class Watch implements ProtocolComponents {
        @Override
        public Function1<Session, Session> onStart() {
            return session -> session;
        }

        @Override
        public Function1<Session, BoxedUnit> onExit() {
            return session -> {
                Client client = Client.of(session);
                if (client != null) {
                    client.close();
                }
                return BoxedUnit.UNIT;
            };
        }
    }

    /** From now on, for the virtual users of this scenario. */
    static void watch(ScenarioContext context) {
        context.protocolComponentsRegistry().components(KEY);
    }

    @Override
    @SuppressWarnings("unchecked") // the signature of a Scala method, whose type is that of any protocol
    public Class<Protocol> protocolClass() {
        return (Class<Protocol>) (Class<?>) Nothing.class;
    }

    @Override
    public Nothing defaultProtocolValue(GatlingConfiguration configuration) {
        return new Nothing();
    }

    @Override
    public Function1<Nothing, Watch> newComponents(CoreComponents gatling) {
        return nothing -> new Watch();
    }
}
