package dev.umpire.explore.program;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists of rooms as one word: commas between, odd characters escaped as in addresses, {@code -} for none. */
final class RoomNames {
    private static final String NONE = "-";

    private RoomNames() {}

    static String write(List<String> rooms) {
        return rooms.isEmpty() ? NONE : rooms.stream().map(RoomNames::escaped).collect(Collectors.joining(","));
    }

    static List<String> read(String word) {
        return word.equals(NONE)
                ? List.of()
                : Stream.of(word.split(",", -1))
                        .map(room -> URLDecoder.decode(room, StandardCharsets.UTF_8))
                        .toList();
    }

    private static String escaped(String room) {
        return URLEncoder.encode(room, StandardCharsets.UTF_8).replace("%40", "@");
    }
}
