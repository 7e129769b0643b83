package dev.umpire.server.app;

import dev.umpire.server.Endpoint;
import dev.umpire.server.netty.Cors;
import dev.umpire.server.netty.Tls;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where the server is found, and by whom. */
final class EndpointOptions {
    @Option(names = "--host", defaultValue = "0.0.0.0", description = "Address to listen on (${DEFAULT-VALUE}).")
    private String host;

    @Option(names = "--port", defaultValue = "3000", description = "Port; 0 for any free one (${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--path", defaultValue = "/socket.io/", description = "Path (${DEFAULT-VALUE}).")
    private String path;

    @Option(
            names = "--tls-certificate",
            paramLabel = "FILE",
            description = "Serve https and wss with this certificate: PEM, those that vouch for it behind it.")
    private @Nullable Path certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "Its private key: PEM, PKCS #8, no password.")
    private @Nullable Path key;

    @Option(
            names = "--cors-origin",
            split = ",",
            paramLabel = "ORIGIN",
            description = "Origins whose pages may connect; * for all. Without it, none.")
    private List<String> corsOrigins = List.of();

    /**
     * As the options say.
     *
     * @throws IllegalArgumentException if they contradict each other
     */
    Endpoint endpoint() {
        Endpoint plain = new Endpoint(host, port, path, null);
        Path certificateFile = certificate;
        Path keyFile = key;
        if (certificateFile != null && keyFile != null) {
            return plain.withTls(new Tls(certificateFile, keyFile));
        }
        if (certificateFile != null || keyFile != null) {
            throw new IllegalArgumentException("--tls-certificate and --tls-key go together: give both or neither");
        }
        return plain;
    }

    Cors cors() {
        if (corsOrigins.isEmpty()) {
            return Cors.disabled();
        }
        return corsOrigins.contains("*") ? Cors.anyOrigin() : Cors.origins(corsOrigins.toArray(String[]::new));
    }
}
