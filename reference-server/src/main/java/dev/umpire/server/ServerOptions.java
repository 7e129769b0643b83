package dev.umpire.server;

import dev.umpire.server.engineio.EngineOptions;
import dev.umpire.server.engineio.SessionIds;
import dev.umpire.server.netty.Compression;
import dev.umpire.server.netty.Cors;
import dev.umpire.server.netty.FrameInterceptor;
import dev.umpire.server.netty.HttpOptions;
import dev.umpire.server.netty.RequestInterceptor;
import dev.umpire.server.netty.Tls;
import dev.umpire.server.socketio.Adapter;
import dev.umpire.server.socketio.Recovery;
import dev.umpire.server.socketio.SocketIoOptions;
import dev.umpire.server.socketio.packet.PacketEncoder;
import java.time.Duration;

/**
 * The settings of a server; start from {@link #defaults()}, which are those of the Node implementation.
 *
 * @param endpoint where it is found
 * @param timings how long it waits for its clients
 * @param limits what one client may take of it
 * @param recovery whether clients that were cut off may come back as the sockets they were
 * @param cors which pages of other origins may talk to it
 * @param compression what is compressed for clients that ask for it
 * @param extensions what the application puts in the place of the server's own
 * @param allowEio3 whether clients of Socket.IO 1 and 2, which speak Engine.IO v3, are served too
 */
public record ServerOptions(
        Endpoint endpoint,
        Timings timings,
        Limits limits,
        Recovery recovery,
        Cors cors,
        Compression compression,
        Extensions extensions,
        boolean allowEio3) {
    /** Loopback, any free port, and the timings and limits of the Node implementation. */
    public static ServerOptions defaults() {
        return new ServerOptions(
                Endpoint.defaults(),
                Timings.defaults(),
                Limits.defaults(),
                Recovery.disabled(),
                Cors.disabled(),
                Compression.ofResponses(),
                Extensions.none(),
                false);
    }

    /** These options with other {@code endpoint}. */
    public ServerOptions withEndpoint(Endpoint value) {
        return new ServerOptions(value, timings, limits, recovery, cors, compression, extensions, allowEio3);
    }

    /** These options with other {@code timings}. */
    public ServerOptions withTimings(Timings value) {
        return new ServerOptions(endpoint, value, limits, recovery, cors, compression, extensions, allowEio3);
    }

    /** These options with other {@code limits}. */
    public ServerOptions withLimits(Limits value) {
        return new ServerOptions(endpoint, timings, value, recovery, cors, compression, extensions, allowEio3);
    }

    /** These options with other {@code recovery}. */
    public ServerOptions withRecovery(Recovery value) {
        return new ServerOptions(endpoint, timings, limits, value, cors, compression, extensions, allowEio3);
    }

    /** These options with other {@code cors}. */
    public ServerOptions withCors(Cors value) {
        return new ServerOptions(endpoint, timings, limits, recovery, value, compression, extensions, allowEio3);
    }

    /** These options with other {@code compression}. */
    public ServerOptions withCompression(Compression value) {
        return new ServerOptions(endpoint, timings, limits, recovery, cors, value, extensions, allowEio3);
    }

    /** These options with other {@code extensions}. */
    public ServerOptions withExtensions(Extensions value) {
        return new ServerOptions(endpoint, timings, limits, recovery, cors, compression, value, allowEio3);
    }

    /** These options, serving clients that speak Engine.IO v3 too, or not. */
    public ServerOptions withAllowEio3(boolean value) {
        return new ServerOptions(endpoint, timings, limits, recovery, cors, compression, extensions, value);
    }

    /** These options with recovery in every namespace, for clients that stay away no longer than this. */
    public ServerOptions withRecovery(Duration maxDisconnection) {
        return withRecovery(Recovery.within(maxDisconnection));
    }

    /** These options with messages compressed on WebSockets whose clients offer permessage-deflate (RFC 7692). */
    public ServerOptions withPerMessageDeflate() {
        return withCompression(Compression.ofEverything());
    }

    /** These options with another {@link Endpoint#host host}. */
    public ServerOptions withHost(String value) {
        return withEndpoint(endpoint.withHost(value));
    }

    /** These options with another {@link Endpoint#port port}. */
    public ServerOptions withPort(int value) {
        return withEndpoint(endpoint.withPort(value));
    }

    /** These options with another {@link Endpoint#path path}. */
    public ServerOptions withPath(String value) {
        return withEndpoint(endpoint.withPath(value));
    }

    /** These options with another {@link Endpoint#tls tls}. */
    public ServerOptions withTls(Tls value) {
        return withEndpoint(endpoint.withTls(value));
    }

    /** These options with another {@link Timings#pingInterval pingInterval}. */
    public ServerOptions withPingInterval(Duration value) {
        return withTimings(timings.withPingInterval(value));
    }

    /** These options with another {@link Timings#pingTimeout pingTimeout}. */
    public ServerOptions withPingTimeout(Duration value) {
        return withTimings(timings.withPingTimeout(value));
    }

    /** These options with another {@link Timings#upgradeTimeout upgradeTimeout}. */
    public ServerOptions withUpgradeTimeout(Duration value) {
        return withTimings(timings.withUpgradeTimeout(value));
    }

    /** These options with another {@link Timings#connectTimeout connectTimeout}. */
    public ServerOptions withConnectTimeout(Duration value) {
        return withTimings(timings.withConnectTimeout(value));
    }

    /** These options with another {@link Limits#maxPayload maxPayload}. */
    public ServerOptions withMaxPayload(int value) {
        return withLimits(limits.withMaxPayload(value));
    }

    /** These options with another {@link Limits#maxAttachments maxAttachments}. */
    public ServerOptions withMaxAttachments(int value) {
        return withLimits(limits.withMaxAttachments(value));
    }

    /** These options with another {@link Extensions#adapters adapters}. */
    public ServerOptions withAdapters(Adapter.Factory value) {
        return withExtensions(extensions.withAdapters(value));
    }

    /** These options with another {@link Extensions#ids ids}. */
    public ServerOptions withIds(SessionIds value) {
        return withExtensions(extensions.withIds(value));
    }

    /** These options with another {@link Extensions#encoder encoder}. */
    public ServerOptions withEncoder(PacketEncoder value) {
        return withExtensions(extensions.withEncoder(value));
    }

    /** These options with another {@link Extensions#requests requests}. */
    public ServerOptions withRequests(RequestInterceptor value) {
        return withExtensions(extensions.withRequests(value));
    }

    /** These options with another {@link Extensions#frames frames}. */
    public ServerOptions withFrames(FrameInterceptor.Factory value) {
        return withExtensions(extensions.withFrames(value));
    }

    /** The same as {@link Timings#pingInterval}. */
    public Duration pingInterval() {
        return timings.pingInterval();
    }

    /** The same as {@link Timings#pingTimeout}. */
    public Duration pingTimeout() {
        return timings.pingTimeout();
    }

    /** The same as {@link Timings#upgradeTimeout}. */
    public Duration upgradeTimeout() {
        return timings.upgradeTimeout();
    }

    /** The same as {@link Limits#maxPayload}. */
    public int maxPayload() {
        return limits.maxPayload();
    }

    /** The same as {@link Extensions#adapters}. */
    public Adapter.Factory adapters() {
        return extensions.adapters();
    }

    /** The same as {@link Extensions#ids}. */
    public SessionIds ids() {
        return extensions.ids();
    }

    /** The same as {@link Extensions#encoder}. */
    public PacketEncoder encoder() {
        return extensions.encoder();
    }

    EngineOptions engine() {
        return new EngineOptions(
                timings.pingInterval(),
                timings.pingTimeout(),
                timings.upgradeTimeout(),
                limits.maxSessions(),
                limits.maxPayload(),
                limits.maxBuffered(),
                allowEio3);
    }

    SocketIoOptions socketIo() {
        return new SocketIoOptions(
                timings.connectTimeout(),
                limits.maxAttachments(),
                limits.maxNamespaces(),
                limits.maxNamespaceLength(),
                recovery,
                extensions.ids(),
                extensions.encoder(),
                extensions.adapters());
    }

    HttpOptions http() {
        return new HttpOptions(
                endpoint.host(),
                endpoint.port(),
                endpoint.tls(),
                limits.maxPayload(),
                limits.maxBuffered(),
                limits.http(),
                cors,
                compression,
                extensions.requests(),
                extensions.frames());
    }
}
