package dev.umpire.server;

import dev.umpire.server.engineio.SessionIds;
import dev.umpire.server.netty.FrameInterceptor;
import dev.umpire.server.netty.RequestInterceptor;
import dev.umpire.server.socketio.Adapter;
import dev.umpire.server.socketio.InMemoryAdapter;
import dev.umpire.server.socketio.packet.JsonPacketEncoder;
import dev.umpire.server.socketio.packet.PacketEncoder;

/**
 * What an application may put in the place of the server's own.
 *
 * @param adapters who receives an emit
 * @param ids where Engine.IO and Socket.IO ids come from
 * @param encoder how Socket.IO packets are written
 * @param requests sees every HTTP request and response
 * @param frames make what sees every WebSocket frame
 */
public record Extensions(
        Adapter.Factory adapters,
        SessionIds ids,
        PacketEncoder encoder,
        RequestInterceptor requests,
        FrameInterceptor.Factory frames) {
    /** The server's own: memory, 128 random bits, JSON, and nobody who looks on. */
    public static Extensions none() {
        return new Extensions(
                namespace -> new InMemoryAdapter(),
                SessionIds.random(),
                new JsonPacketEncoder(),
                RequestInterceptor.NONE,
                FrameInterceptor.Factory.NONE);
    }

    /** These extensions with another {@code adapters}. */
    public Extensions withAdapters(Adapter.Factory value) {
        return new Extensions(value, ids, encoder, requests, frames);
    }

    /** These extensions with another {@code ids}. */
    public Extensions withIds(SessionIds value) {
        return new Extensions(adapters, value, encoder, requests, frames);
    }

    /** These extensions with another {@code encoder}. */
    public Extensions withEncoder(PacketEncoder value) {
        return new Extensions(adapters, ids, value, requests, frames);
    }

    /** These extensions with another {@code requests}. */
    public Extensions withRequests(RequestInterceptor value) {
        return new Extensions(adapters, ids, encoder, value, frames);
    }

    /** These extensions with another {@code frames}. */
    public Extensions withFrames(FrameInterceptor.Factory value) {
        return new Extensions(adapters, ids, encoder, requests, value);
    }
}
