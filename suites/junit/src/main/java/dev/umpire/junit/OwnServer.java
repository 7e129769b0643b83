package dev.umpire.junit;

import dev.umpire.fixtures.target.Target;
import dev.umpire.fixtures.target.UrlTarget;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The author's server while it is up. */
final class OwnServer implements Target {
    private final String name;
    private final UrlTarget address;
    private final Stop stop;
    private final AtomicBoolean stopped = new AtomicBoolean();

    private OwnServer(String name, UrlTarget address, Stop stop) {
        this.name = name;
        this.address = address;
        this.stop = stop;
    }

    /**
     * Starts the server.
     *
     * @throws ServerException if it does not start, or says an address that is none
     */
    static OwnServer start(String name, Start start, Stop stop) {
        URI address;
        try {
            address = start.server();
        } catch (Exception e) {
            throw new ServerException("startServer() failed: " + e, e);
        }
        try {
            return new OwnServer(name, UrlTarget.of(address.toString()), stop);
        } catch (IllegalArgumentException e) {
            throw new ServerException("startServer() returned " + address + ": " + e.getMessage(), e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public URI url() {
        return address.url();
    }

    /** Returns nothing: the server prints where the author's other tests print. */
    @Override
    public String log() {
        return "";
    }

    @Override
    public boolean alive() {
        return address.alive();
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Optional.empty();
    }

    @Override
    public void close() {
        if (!stopped.compareAndSet(false, true)) {
            return;
        }
        try {
            stop.server();
        } catch (Exception e) {
            throw new ServerException("stopServer() failed: " + e, e);
        }
    }

    /** Starts the author's server and says where it is. */
    @FunctionalInterface
    interface Start {
        URI server() throws Exception;
    }

    /** Stops the author's server. */
    @FunctionalInterface
    interface Stop {
        void server() throws Exception;
    }

    /** The author's own methods failed. */
    static final class ServerException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ServerException(String message, Exception cause) {
            super(message, cause);
        }
    }
}
