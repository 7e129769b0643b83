package dev.umpire.server.netty;

import dev.umpire.server.engineio.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One element of a client's Sec-WebSocket-Extensions (RFC 6455, section 9.1).
 *
 * @param parameters values by name in lower case, empty where there is none
 * @param ambiguous whether a parameter stands there twice
 */
record ExtensionOffer(String name, Map<String, String> parameters, boolean ambiguous) {

    /** The offers of a handshake, the preferred first. */
    static List<ExtensionOffer> of(Request request) {
        List<ExtensionOffer> offers = new ArrayList<>();
        for (String header : request.headers().getOrDefault("sec-websocket-extensions", List.of())) {
            for (String element : header.split(",", -1)) {
                offers.add(parse(element));
            }
        }
        return offers;
    }

    private static ExtensionOffer parse(String element) {
        String[] parts = element.split(";", -1);
        Map<String, String> parameters = new LinkedHashMap<>();
        boolean ambiguous = false;
        for (int i = 1; i < parts.length; i++) {
            String[] parameter = parts[i].split("=", 2);
            String value = parameter.length == 1 ? "" : unquoted(parameter[1].trim());
            String name = parameter[0].trim().toLowerCase(Locale.ROOT);
            ambiguous |= parameters.put(name, value) != null;
        }
        return new ExtensionOffer(parts[0].trim().toLowerCase(Locale.ROOT), parameters, ambiguous);
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
