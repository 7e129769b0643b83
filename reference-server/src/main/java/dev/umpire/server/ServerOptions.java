package dev.umpire.server;

import dev.umpire.server.engineio.EngineOptions;
import dev.umpire.server.engineio.SessionIds;
import dev.umpire.server.netty.Compression;
import dev.umpire.server.netty.Cors;
import dev.umpire.server.netty.FrameInterceptor;
import dev.umpire.server.netty.HttpOptions;
import dev.umpire.server.netty.RequestInterceptor;
import dev.umpire.server.socketio.Adapter;
import dev.umpire.server.socketio.InMemoryAdapter;
import dev.umpire.server.socketio.Recovery;
import dev.umpire.server.socketio.SocketIoOptions;
import dev.umpire.server.socketio.packet.JsonPacketEncoder;
import dev.umpire.server.socketio.packet.PacketEncoder;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The settings of a server; start from {@link #defaults()}, which are those of the Node implementation.
 *
 * @param host the address to listen on
 * @param port 0 for any free one
 * @param path of the Socket.IO server, with a slash on both ends
 * @param pingInterval from one ping to the next
 * @param pingTimeout how long a pong may take
 * @param upgradeTimeout how long an upgrade to WebSocket may take
 * @param connectTimeout how long a client may stay without any namespace
 * @param maxPayload the largest message or polling payload that is accepted, in bytes
 * @param maxAttachments the most attachments a packet of a client may announce
 * @param limits what else a client may take of the server
 * @param recovery whether clients that were cut off may come back as the sockets they were
 * @param cors which pages of other origins may talk to the server
 * @param compression what is compressed for clients that ask for it
 * @param adapters who receives an emit
 * @param ids where Engine.IO and Socket.IO ids come from
 * @param encoder how Socket.IO packets are written
 * @param requests sees every HTTP request and response
 * @param frames make what sees every WebSocket frame
 */
public record ServerOptions(
        String host,
        int port,
        String path,
        Duration pingInterval,
        Duration pingTimeout,
        Duration upgradeTimeout,
        Duration connectTimeout,
        int maxPayload,
        int maxAttachments,
        Limits limits,
        Recovery recovery,
        Cors cors,
        Compression compression,
        Adapter.Factory adapters,
        SessionIds ids,
        PacketEncoder encoder,
        RequestInterceptor requests,
        FrameInterceptor.Factory frames) {

    public ServerOptions {
        path = normalized(path);
        requirePositive("pingInterval", pingInterval);
        requirePositive("pingTimeout", pingTimeout);
        requirePositive("upgradeTimeout", upgradeTimeout);
        requirePositive("connectTimeout", connectTimeout);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be from 0 to 65535 but is " + port);
        }
        Limits.requireAtLeast(1, "maxPayload", maxPayload);
        Limits.requireAtLeast(0, "maxAttachments", maxAttachments);
    }

    /** Loopback, any free port, and the timings and limits of the Node implementation. */
    public static ServerOptions defaults() {
        return new ServerOptions(
                "127.0.0.1",
                0,
                "/socket.io/",
                Duration.ofSeconds(25),
                Duration.ofSeconds(20),
                Duration.ofSeconds(10),
                Duration.ofSeconds(45),
                1_000_000,
                10,
                Limits.defaults(),
                Recovery.disabled(),
                Cors.disabled(),
                Compression.ofResponses(),
                namespace -> new InMemoryAdapter(),
                SessionIds.random(),
                new JsonPacketEncoder(),
                RequestInterceptor.NONE,
                FrameInterceptor.Factory.NONE);
    }

    /** These options with another {@code host}. */
    public ServerOptions withHost(String value) {
        return with(draft -> draft.host = value);
    }

    /** These options with another {@code port}. */
    public ServerOptions withPort(int value) {
        return with(draft -> draft.port = value);
    }

    /** These options with another {@code path}. */
    public ServerOptions withPath(String value) {
        return with(draft -> draft.path = value);
    }

    /** These options with another {@code pingInterval}. */
    public ServerOptions withPingInterval(Duration value) {
        return with(draft -> draft.pingInterval = value);
    }

    /** These options with another {@code pingTimeout}. */
    public ServerOptions withPingTimeout(Duration value) {
        return with(draft -> draft.pingTimeout = value);
    }

    /** These options with another {@code upgradeTimeout}. */
    public ServerOptions withUpgradeTimeout(Duration value) {
        return with(draft -> draft.upgradeTimeout = value);
    }

    /** These options with another {@code connectTimeout}. */
    public ServerOptions withConnectTimeout(Duration value) {
        return with(draft -> draft.connectTimeout = value);
    }

    /** These options with another {@code maxPayload}. */
    public ServerOptions withMaxPayload(int value) {
        return with(draft -> draft.maxPayload = value);
    }

    /** These options with another {@code maxAttachments}. */
    public ServerOptions withMaxAttachments(int value) {
        return with(draft -> draft.maxAttachments = value);
    }

    /** These options with other {@code limits}. */
    public ServerOptions withLimits(Limits value) {
        return with(draft -> draft.limits = value);
    }

    /** These options with recovery in every namespace, for clients that stay away no longer than this. */
    public ServerOptions withRecovery(Duration maxDisconnection) {
        return withRecovery(Recovery.within(maxDisconnection));
    }

    /** These options with another {@code recovery}. */
    public ServerOptions withRecovery(Recovery value) {
        return with(draft -> draft.recovery = value);
    }

    /** These options with another {@code cors}. */
    public ServerOptions withCors(Cors value) {
        return with(draft -> draft.cors = value);
    }

    /** These options with messages compressed on WebSockets whose clients offer permessage-deflate (RFC 7692). */
    public ServerOptions withPerMessageDeflate() {
        return withCompression(Compression.ofEverything());
    }

    /** These options with another {@code compression}. */
    public ServerOptions withCompression(Compression value) {
        return with(draft -> draft.compression = value);
    }

    /** These options with another {@code adapters}. */
    public ServerOptions withAdapters(Adapter.Factory value) {
        return with(draft -> draft.adapters = value);
    }

    /** These options with another {@code ids}. */
    public ServerOptions withIds(SessionIds value) {
        return with(draft -> draft.ids = value);
    }

    /** These options with another {@code encoder}. */
    public ServerOptions withEncoder(PacketEncoder value) {
        return with(draft -> draft.encoder = value);
    }

    /** These options with another {@code requests}. */
    public ServerOptions withRequests(RequestInterceptor value) {
        return with(draft -> draft.requests = value);
    }

    /** These options with another {@code frames}. */
    public ServerOptions withFrames(FrameInterceptor.Factory value) {
        return with(draft -> draft.frames = value);
    }

    EngineOptions engine() {
        return new EngineOptions(pingInterval, pingTimeout, upgradeTimeout, maxPayload, limits.maxBuffered());
    }

    SocketIoOptions socketIo() {
        return new SocketIoOptions(
                connectTimeout,
                maxAttachments,
                limits.maxNamespaces(),
                limits.maxNamespaceLength(),
                recovery,
                ids,
                encoder,
                adapters);
    }

    HttpOptions http() {
        return new HttpOptions(
                host, port, maxPayload, limits.maxBuffered(), limits.http(), cors, compression, requests, frames);
    }

    static String normalized(String path) {
        String start = path.startsWith("/") ? path : "/" + path;
        return start.endsWith("/") ? start : start + "/";
    }

    private static void requirePositive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " must be longer than nothing but is " + duration);
        }
    }

    private ServerOptions with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.finished();
    }

    /** Options while one of them changes. */
    private static final class Draft {
        private String host;
        private int port;
        private String path;
        private Duration pingInterval;
        private Duration pingTimeout;
        private Duration upgradeTimeout;
        private Duration connectTimeout;
        private int maxPayload;
        private int maxAttachments;
        private Limits limits;
        private Recovery recovery;
        private Cors cors;
        private Compression compression;
        private Adapter.Factory adapters;
        private SessionIds ids;
        private PacketEncoder encoder;
        private RequestInterceptor requests;
        private FrameInterceptor.Factory frames;

        Draft(ServerOptions from) {
            host = from.host;
            port = from.port;
            path = from.path;
            pingInterval = from.pingInterval;
            pingTimeout = from.pingTimeout;
            upgradeTimeout = from.upgradeTimeout;
            connectTimeout = from.connectTimeout;
            maxPayload = from.maxPayload;
            maxAttachments = from.maxAttachments;
            limits = from.limits;
            recovery = from.recovery;
            cors = from.cors;
            compression = from.compression;
            adapters = from.adapters;
            ids = from.ids;
            encoder = from.encoder;
            requests = from.requests;
            frames = from.frames;
        }

        ServerOptions finished() {
            return new ServerOptions(
                    host,
                    port,
                    path,
                    pingInterval,
                    pingTimeout,
                    upgradeTimeout,
                    connectTimeout,
                    maxPayload,
                    maxAttachments,
                    limits,
                    recovery,
                    cors,
                    compression,
                    adapters,
                    ids,
                    encoder,
                    requests,
                    frames);
        }
    }
}
