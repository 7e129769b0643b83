package dev.umpire.server.netty;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.nio.file.Path;
import javax.net.ssl.SSLException;

/**
 * What a server proves who it is with: TLS 1.2 and later, so that clients reach it by https and wss (RFC 8446).
 *
 * @param certificate a PEM file with the server's certificate, followed by those that vouch for it
 * @param key a PEM file with its private key in PKCS #8, without a password
 */
public record Tls(Path certificate, Path key) {
    /**
     * Reads the files.
     *
     * @throws IllegalArgumentException if they cannot be read, or do not hold what they should
     */
    SslContext context() {
        try {
            return SslContextBuilder.forServer(certificate.toFile(), key.toFile())
                    .protocols("TLSv1.3", "TLSv1.2")
                    .build();
        } catch (SSLException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "cannot serve TLS with the certificate " + certificate + " and the key " + key
                            + ": expected PEM files, the key in PKCS #8 without a password: " + e.getMessage(),
                    e);
        }
    }
}
