package dev.umpire.server.socketio;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rooms in this process's memory (Socket.IO documentation, "Rooms"). One lock guards both directions; empty rooms
 * vanish.
 */
public final class InMemoryAdapter implements Adapter {
    private final Map<String, Set<String>> roomsBySocket = new HashMap<>();
    private final Map<String, Set<String>> socketsByRoom = new HashMap<>();

    @Override
    public synchronized void join(String socketId, Collection<String> rooms) {
        Set<String> joined = roomsBySocket.computeIfAbsent(socketId, id -> new HashSet<>());
        for (String room : rooms) {
            if (joined.add(room)) {
                socketsByRoom
                        .computeIfAbsent(room, name -> new LinkedHashSet<>())
                        .add(socketId);
            }
        }
    }

    @Override
    public synchronized void leave(String socketId, String room) {
        Set<String> joined = roomsBySocket.get(socketId);
        if (joined != null && joined.remove(room)) {
            removeFromRoom(socketId, room);
        }
    }

    @Override
    public synchronized void leaveAll(String socketId) {
        Set<String> joined = roomsBySocket.remove(socketId);
        if (joined != null) {
            for (String room : joined) {
                removeFromRoom(socketId, room);
            }
        }
    }

    @Override
    public synchronized Set<String> roomsOf(String socketId) {
        return Set.copyOf(roomsBySocket.getOrDefault(socketId, Set.of()));
    }

    @Override
    public synchronized Collection<String> select(Selection selection) {
        Set<String> rooms = selection.rooms();
        Set<String> selected;
        if (rooms == null) {
            selected = roomsBySocket.keySet();
        } else if (rooms.size() == 1) {
            selected = socketsByRoom.getOrDefault(rooms.iterator().next(), Set.of());
        } else {
            selected = new LinkedHashSet<>();
            for (String room : rooms) {
                selected.addAll(socketsByRoom.getOrDefault(room, Set.of()));
            }
        }
        if (selection.except().isEmpty()) {
            return List.copyOf(selected);
        }
        return selected.stream().filter(id -> !isInAny(id, selection.except())).toList();
    }

    @Override
    public synchronized int roomCount() {
        int count = 0;
        for (String room : socketsByRoom.keySet()) {
            if (!roomsBySocket.containsKey(room)) {
                count++;
            }
        }
        return count;
    }

    /** A socket counts as a member of the room named by its own id even if it left that room. */
    private boolean isInAny(String socketId, Set<String> rooms) {
        if (rooms.contains(socketId)) {
            return true;
        }
        for (String room : rooms) {
            if (socketsByRoom.getOrDefault(room, Set.of()).contains(socketId)) {
                return true;
            }
        }
        return false;
    }

    private void removeFromRoom(String socketId, String room) {
        Set<String> members = socketsByRoom.get(room);
        if (members != null && members.remove(socketId) && members.isEmpty()) {
            socketsByRoom.remove(room);
        }
    }
}
