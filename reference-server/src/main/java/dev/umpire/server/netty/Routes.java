package dev.umpire.server.netty;

import dev.umpire.server.engineio.Engine;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What is served where.
 *
 * @param engines by path, which starts and ends with a slash
 * @param pages by path
 * @param echoes paths of bare WebSockets that send every message back
 */
public record Routes(Map<String, Engine> engines, Map<String, Supplier<Page>> pages, Set<String> echoes) {
    /** Copies what it is given. */
    public Routes {
        engines = Map.copyOf(engines);
        pages = Map.copyOf(pages);
        echoes = Set.copyOf(echoes);
    }
}
