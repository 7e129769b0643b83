package dev.umpire.server.socketio;

import dev.umpire.server.engineio.Revision;
import dev.umpire.server.socketio.packet.Packet;
import dev.umpire.server.socketio.packet.PacketType;
import org.jspecify.annotations.Nullable;

/** Where Socket.IO v5 and v4, which clients of Engine.IO v3 speak, differ: how a namespace is connected to. */
enum Dialect {
    CURRENT {
        @Override
        Packet connected(String namespace, String socketId, @Nullable String pid) {
            return Events.connected(namespace, socketId, pid);
        }

        @Override
        Packet refused(String namespace, Admission.Refusal refusal) {
            return Events.refused(namespace, refusal.message(), refusal.data());
        }

        @Override
        String namespace(String asked) {
            return asked;
        }

        @Override
        @Nullable String socketId(String sessionId, String namespace) {
            return null;
        }
    },
    /** Socket.IO v4: the main namespace is connected to without being asked for, and ids follow from the session's. */
    LEGACY {
        @Override
        Packet connected(String namespace, String socketId, @Nullable String pid) {
            return new Packet(PacketType.CONNECT, namespace);
        }

        @Override
        Packet refused(String namespace, Admission.Refusal refusal) {
            Object data = refusal.data();
            return new Packet(PacketType.CONNECT_ERROR, namespace, null, data == null ? refusal.message() : data);
        }

        /** A query may stand behind the name. */
        @Override
        String namespace(String asked) {
            int query = asked.indexOf('?');
            return query < 0 ? asked : asked.substring(0, query);
        }

        @Override
        String socketId(String sessionId, String namespace) {
            return namespace.equals("/") ? sessionId : namespace + "#" + sessionId;
        }
    };

    static Dialect of(Revision revision) {
        return revision == Revision.V4 ? CURRENT : LEGACY;
    }

    /** The answer to a CONNECT. */
    abstract Packet connected(String namespace, String socketId, @Nullable String pid);

    /** The answer to a CONNECT that is refused. */
    abstract Packet refused(String namespace, Admission.Refusal refusal);

    /** The name of the namespace that a CONNECT asks for. */
    abstract String namespace(String asked);

    /** The id that the client gives its socket, or null if it takes the one that it is told. */
    abstract @Nullable String socketId(String sessionId, String namespace);
}
